package dev.rialto.cardcode;

import java.util.Locale;

/** How far a batch is. */
public enum BatchState {
    AWAITS_APPROVAL,
    MAKING,
    MADE,
    EXPORTED,
    CONFIRMED,
    CANCELLED,
    REFUSED,
    FAILED;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
