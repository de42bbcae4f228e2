package dev.rialto.payment;

import java.util.Locale;

/** Where a refund stands. */
public enum RefundState {
    /** Written down, the gateway not yet asked. */
    REQUESTED,
    /** The gateway's answer was lost; it will be asked again. */
    UNKNOWN,
    /** The money is on its way back. */
    DONE,
    /** The gateway refused. */
    FAILED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isSettled() {
        return this == DONE || this == FAILED;
    }
}
