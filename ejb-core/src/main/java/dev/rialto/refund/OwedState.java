package dev.rialto.refund;

import java.util.Locale;

/** Where an owed refund stands. */
public enum OwedState {
    /** The gateway is to be asked, or asked again. */
    OPEN,
    /** Staff are to send it from the bank. */
    BY_HAND,
    PAID,
    /** The gateway refused; staff decide. */
    FAILED;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
