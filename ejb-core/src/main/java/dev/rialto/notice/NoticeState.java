package dev.rialto.notice;

import java.util.Locale;

/** How far a notice has come. */
public enum NoticeState {
    /** Waits for the mall. */
    OPEN,
    /** The goods stay on sale. */
    DISMISSED,
    /** The goods are off sale; the seller may object. */
    UPHELD,
    /** The seller has objected; the mall decides again. */
    OBJECTED,
    /** The goods stay off sale for good. */
    CONFIRMED,
    /** The goods are back. */
    REINSTATED;

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
