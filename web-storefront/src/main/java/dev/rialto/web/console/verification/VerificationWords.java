package dev.rialto.web.console.verification;

import dev.rialto.kernel.Ids;
import dev.rialto.verification.VerificationState;
import dev.rialto.verification.VerificationView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How states of files are written in addresses, bundles and colours. */
final class VerificationWords {
    private VerificationWords() {}

    static Optional<VerificationState> state(String text) {
        return Arrays.stream(VerificationState.values())
                .filter(state -> state.stored().equals(text))
                .findFirst();
    }

    static String tone(VerificationState state) {
        return switch (state) {
            case DRAFT -> "";
            case SUBMITTED, IN_REVIEW -> "chip-warn";
            case APPROVED -> "chip-good";
            case REFUSED, EXPIRED -> "chip-bad";
        };
    }

    static String tone(VerificationView.StepState state) {
        return switch (state) {
            case OPEN -> "";
            case READY -> "chip-info";
            case WAITING -> "chip-warn";
            case ACCEPTED -> "chip-good";
            case REFUSED -> "chip-bad";
        };
    }

    static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static String documentPath(UUID document) {
        return "/verification-documents/" + Ids.external("document", document);
    }
}
