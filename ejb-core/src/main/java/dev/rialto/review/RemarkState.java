package dev.rialto.review;

import java.util.Locale;

/** Whether others see a remark. */
public enum RemarkState {
    /** A review for the mall, a question for its answer. */
    WAITING,
    SHOWN,
    HIDDEN;

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
