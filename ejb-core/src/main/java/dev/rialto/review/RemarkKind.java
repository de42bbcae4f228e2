package dev.rialto.review;

import java.util.Locale;

/** What a member says. */
public enum RemarkKind {
    REVIEW,
    QUESTION;

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
