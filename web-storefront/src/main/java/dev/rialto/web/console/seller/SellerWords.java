package dev.rialto.web.console.seller;

import dev.rialto.seller.SellerState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How states of sellers are written in addresses, bundles and colours. */
final class SellerWords {
    private SellerWords() {}

    static Optional<SellerState> state(String text) {
        return Arrays.stream(SellerState.values())
                .filter(state -> key(state).equals(text))
                .findFirst();
    }

    static String key(SellerState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String tone(SellerState state) {
        return switch (state) {
            case APPLIED -> "chip-warn";
            case ACTIVE -> "chip-good";
            case SUSPENDED, REJECTED -> "chip-bad";
            case CLOSED -> "";
        };
    }
}
