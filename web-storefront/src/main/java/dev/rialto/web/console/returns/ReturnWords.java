package dev.rialto.web.console.returns;

import dev.rialto.refund.OwedState;
import dev.rialto.returns.ReturnState;

/** Colours of the states of returns and refunds. */
final class ReturnWords {
    private ReturnWords() {}

    static String tone(ReturnState state) {
        return switch (state) {
            case REQUESTED, RECEIVED, INSPECTED -> "chip-warn";
            case APPROVED, TO_PAY -> "chip-info";
            case REFUNDED, EXCHANGED -> "chip-good";
            case REFUSED, CLOSED, CALLED_OFF -> "";
        };
    }

    static String tone(OwedState state) {
        return switch (state) {
            case OPEN -> "chip-info";
            case WAITING, BY_HAND -> "chip-warn";
            case PAID -> "chip-good";
            case FAILED, REFUSED -> "chip-bad";
        };
    }
}
