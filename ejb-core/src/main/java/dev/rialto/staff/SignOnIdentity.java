package dev.rialto.staff;

import java.util.List;

/** Whom a provider vouches for. */
public record SignOnIdentity(String issuer, String subject, String name, List<String> groups) {
    public SignOnIdentity {
        groups = List.copyOf(groups);
    }
}
