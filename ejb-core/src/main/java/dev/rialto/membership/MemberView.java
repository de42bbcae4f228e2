package dev.rialto.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's own view of the account.
 *
 * @param joinSiteId where the account was made; nobody changes it (A28)
 * @param consents the latest word on each kind
 */
public record MemberView(
        UUID accountId,
        String email,
        String name,
        @Nullable String phone,
        String language,
        @Nullable UUID joinSiteId,
        @Nullable Instant joinedAt,
        List<PostalAddress> addresses,
        Map<String, Boolean> consents) {
    public MemberView {
        addresses = List.copyOf(addresses);
        consents = Map.copyOf(consents);
    }
}
