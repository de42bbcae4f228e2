package dev.rialto.returns;

import java.util.Locale;

/** Why goods come back. */
public enum ReturnGround {
    /** The buyer changed his mind, as the law lets him. */
    WITHDRAWAL,
    /** The goods are not as they should be. */
    FAULT;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
