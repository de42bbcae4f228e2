package dev.rialto.returns;

import java.util.Locale;

/** What the buyer wants for it. */
public enum ReturnWish {
    REFUND,
    /** Another variant of the same goods. */
    EXCHANGE;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
