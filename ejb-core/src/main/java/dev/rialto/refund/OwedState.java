package dev.rialto.refund;

import java.util.Locale;

/** Where an owed refund stands. */
public enum OwedState {
    /** A second person is to let it go. */
    WAITING,
    /** The gateway is to be asked, or asked again. */
    OPEN,
    /** Staff are to send it from the bank. */
    BY_HAND,
    PAID,
    /** The gateway refused; staff decide. */
    FAILED,
    /** A second person said no; it is owed no more unless somebody asks again. */
    REFUSED;

    /** Where a refund of a payment by this method begins once nobody has to agree. */
    static OwedState approved(String method) {
        return method.equals("deposit") ? BY_HAND : OPEN;
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
