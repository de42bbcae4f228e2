package dev.rialto.hosting;

import java.util.Locale;

/** Where a domain is on its way. */
public enum DomainState {
    /** Asked for; the proof was not seen yet. */
    PENDING,
    /** Proved; the storefront answers there. */
    ACTIVE,
    /** Proved once, but the proof was not seen at the last look; the storefront still answers. */
    FAILING,
    /** The proof stayed away; the storefront answers there no more. */
    STOPPED,
    /** Never proved in time. */
    LAPSED,
    /** Given up by the seller. */
    REMOVED;

    /** Does the mall still look after it? */
    public boolean isAlive() {
        return this == PENDING || this == ACTIVE || this == FAILING;
    }

    /** Does the storefront answer there? */
    public boolean isServed() {
        return this == ACTIVE || this == FAILING;
    }

    /** As it stands in a column. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
