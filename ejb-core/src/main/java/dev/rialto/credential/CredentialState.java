package dev.rialto.credential;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database says of a credential, its seller and its storefront. */
record CredentialState(
        String id,
        UUID tenantId,
        @Nullable UUID siteId,
        String kind,
        String secretHash,
        List<String> scopes,
        String state,
        @Nullable Instant expiresAt,
        boolean sellerActive,
        boolean siteUsable) {

    boolean isKnownAt(Instant now) {
        return !state.equals("revoked") && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean isSuspended() {
        return state.equals("suspended") || !sellerActive || !siteUsable;
    }

    GatewayClient client() {
        return new GatewayClient(
                id, CredentialKind.valueOf(kind.toUpperCase(Locale.ROOT)), tenantId, siteId, Set.copyOf(scopes));
    }
}
