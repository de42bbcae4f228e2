package dev.rialto.chargeback;

import java.util.Locale;

/** Where a chargeback stands. */
public enum ChargebackState {
    /** It can be accepted or contested until its date. */
    OPEN,
    /** Evidence was sent; the bank decides. */
    CONTESTED,
    /** The mall gave in. */
    ACCEPTED,
    /** The money stays. */
    WON,
    /** The money is gone. */
    LOST;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChargebackState ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
