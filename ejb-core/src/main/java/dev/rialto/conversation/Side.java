package dev.rialto.conversation;

import dev.rialto.kernel.Caller;
import java.util.Locale;

/** Who speaks. */
public enum Side {
    BUYER,
    SELLER,
    MALL;

    static Side of(Caller caller) {
        return switch (caller.role()) {
            case SHOPPER -> BUYER;
            case TENANT -> SELLER;
            case MALL, WORKER -> MALL;
        };
    }

    /** The name in the database and in the keys of texts. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
