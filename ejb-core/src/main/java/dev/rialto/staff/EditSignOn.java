package dev.rialto.staff;

import dev.rialto.kernel.Violations;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish to come in through a provider.
 *
 * @param clientSecret null to keep the one that is there
 * @param roles group of the provider to role here
 * @param version 0 for the first
 */
public record EditSignOn(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        List<String> domains,
        String groupClaim,
        Map<String, String> roles,
        boolean active,
        long version) {
    public EditSignOn {
        domains = List.copyOf(domains);
        roles = Map.copyOf(roles);
    }

    void raiseIfWrong(Collection<String> known, boolean hasSecret, boolean plainHttp) {
        Violations violations = new Violations();
        violations.text("issuer", issuer, 300);
        violations.check(issuer.isBlank() || isAddress(plainHttp), "issuer", "not_https");
        violations.text("clientId", clientId, 300);
        violations.check(hasSecret || (clientSecret != null && !clientSecret.isBlank()), "clientSecret", "required");
        violations.text("groupClaim", groupClaim, 100);
        violations.check(!domains.isEmpty(), "domains", "required");
        violations.check(
                domains.stream().allMatch(domain -> domain.matches("[a-z0-9.-]{1,190}\\.[a-z]{2,63}")),
                "domains",
                "invalid");
        violations.check(!roles.isEmpty(), "roles", "required");
        violations.check(known.containsAll(roles.values()), "roles", "unknown");
        violations.raise(StaffError.INVALID_SIGN_ON);
    }

    private boolean isAddress(boolean plainHttp) {
        try {
            URI address = URI.create(issuer.strip());
            boolean scheme = "https".equals(address.getScheme()) || (plainHttp && "http".equals(address.getScheme()));
            return scheme && address.getHost() != null && address.getQuery() == null && address.getUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "EditSignOn[" + issuer + "]";
    }
}
