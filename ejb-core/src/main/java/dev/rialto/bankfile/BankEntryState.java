package dev.rialto.bankfile;

import java.util.Arrays;
import java.util.Locale;

/** What is to be done, or was done, with a credit. */
public enum BankEntryState {
    /** It is what an order waits for. */
    MATCHED,
    /** Less than the order waits for. */
    SHORT,
    /** More than the order waits for. */
    OVER,
    /** The order is paid already. */
    DOUBLE,
    /** The order has lapsed or was cancelled. */
    LATE,
    /** No order is named. */
    UNMATCHED,
    /** To be sent back, all or in part. */
    REFUND,
    /** The order was paid with it. */
    BOOKED,
    REFUNDED,
    /** Left as it is, with the reason. */
    IGNORED;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Does it wait for a decision? */
    public boolean isOpen() {
        return this == MATCHED || this == SHORT || this == OVER || this == DOUBLE || this == LATE || this == UNMATCHED;
    }

    static BankEntryState ofStored(String text) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown state of a bank entry: " + text));
    }
}
