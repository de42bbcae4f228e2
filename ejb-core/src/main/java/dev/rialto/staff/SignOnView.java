package dev.rialto.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How staff of one place come in through the provider of their own house.
 *
 * @param issuer address of the OpenID Connect provider
 * @param domains of the mail addresses that are sent there
 * @param groupClaim name of the claim that lists groups
 * @param roles group of the provider to role here
 * @param enforced true when it is the only way in, but for accounts kept for emergencies
 * @param active false while it is off
 * @param provedAt when somebody came in through it first; null until then
 */
public record SignOnView(
        UUID id,
        String issuer,
        String clientId,
        List<String> domains,
        String groupClaim,
        Map<String, String> roles,
        boolean enforced,
        boolean active,
        @Nullable Instant provedAt,
        long version) {
    public SignOnView {
        domains = List.copyOf(domains);
        roles = Map.copyOf(roles);
    }
}
