package dev.rialto.payout;

import java.util.Locale;

/** Where a payout stands. */
public enum PayoutState {
    /** Waits for the second person. */
    PREPARED,
    /** Approved and booked; the bank has it, or gets it. */
    SENT,
    /** The bank sent it back. */
    RETURNED,
    CANCELLED;

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PayoutState ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
