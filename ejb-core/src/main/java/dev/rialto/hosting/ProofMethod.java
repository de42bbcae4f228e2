package dev.rialto.hosting;

import java.util.Locale;

/** How the owner of a domain proves that it is his. */
public enum ProofMethod {
    /** A TXT record. */
    DNS,
    /** A file that the domain's web server hands out. */
    FILE;

    /** As it stands in a column. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
