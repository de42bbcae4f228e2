package dev.rialto.openid;

import dev.rialto.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A system elsewhere that people of one place sign in to through this mall.
 *
 * @param redirectUris where people are sent back to
 * @param groups the roles that are let in
 */
public record RelyingParty(
        UUID id,
        String name,
        List<String> redirectUris,
        List<String> groups,
        boolean active,
        Instant createdAt,
        long version) {
    static final String PREFIX = "party";

    public RelyingParty {
        redirectUris = List.copyOf(redirectUris);
        groups = List.copyOf(groups);
    }

    /** As the other system names itself. */
    public String clientId() {
        return Ids.external(PREFIX, id);
    }
}
