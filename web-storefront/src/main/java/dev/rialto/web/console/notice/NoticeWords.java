package dev.rialto.web.console.notice;

import dev.rialto.notice.NoticeState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How states of notices are written in addresses, bundles and colours. */
final class NoticeWords {
    private NoticeWords() {}

    static List<String> states(boolean isMall) {
        return Arrays.stream(NoticeState.values())
                .filter(state -> isMall || (state != NoticeState.OPEN && state != NoticeState.DISMISSED))
                .map(NoticeState::stored)
                .toList();
    }

    static Optional<NoticeState> state(String text) {
        return Arrays.stream(NoticeState.values())
                .filter(state -> state.stored().equals(text))
                .findFirst();
    }

    static String tone(NoticeState state) {
        return switch (state) {
            case OPEN, OBJECTED -> "chip-warn";
            case DISMISSED -> "";
            case UPHELD, CONFIRMED -> "chip-bad";
            case REINSTATED -> "chip-good";
        };
    }
}
