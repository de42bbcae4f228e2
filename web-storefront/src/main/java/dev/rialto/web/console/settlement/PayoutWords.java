package dev.rialto.web.console.settlement;

import dev.rialto.payout.PayoutRunView;
import dev.rialto.payout.PayoutState;

/** How states of payouts are coloured. */
final class PayoutWords {
    private PayoutWords() {}

    static String tone(PayoutRunView run) {
        return run.isPrepared() ? "chip-warn" : run.isApproved() ? "chip-good" : "";
    }

    static String tone(PayoutState state) {
        return switch (state) {
            case PREPARED -> "chip-warn";
            case SENT -> "chip-good";
            case RETURNED -> "chip-bad";
            case CANCELLED -> "";
        };
    }
}
