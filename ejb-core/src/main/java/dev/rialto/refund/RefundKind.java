package dev.rialto.refund;

import java.util.Locale;

/** Why money goes back. */
public enum RefundKind {
    /** It was called off before it shipped. */
    CANCEL,
    /** It came back. */
    RETURN,
    /** A replacement costs less. */
    DIFFERENCE,
    /** The mall is kind. */
    GOODWILL;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
