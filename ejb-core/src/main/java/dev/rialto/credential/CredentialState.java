package dev.rialto.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
        @Nullable String secretBefore,
        @Nullable Instant secretBeforeUntil,
        List<String> scopes,
        String state,
        @Nullable Instant expiresAt,
        boolean sellerActive,
        boolean siteUsable) {

    boolean isKnownAt(Instant now) {
        return !state.equals("revoked") && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Is this the hash of the secret, or of the one before while it is still good? */
    boolean opensWith(String hash, Instant now) {
        boolean isBefore = secretBefore != null
                && secretBeforeUntil != null
                && now.isBefore(secretBeforeUntil)
                && isSame(hash, secretBefore);
        return isSame(hash, secretHash) || isBefore;
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    boolean isSuspended() {
        return state.equals("suspended") || !sellerActive || !siteUsable;
    }

    GatewayClient client() {
        return new GatewayClient(
                id, CredentialKind.valueOf(kind.toUpperCase(Locale.ROOT)), tenantId, siteId, Set.copyOf(scopes));
    }
}
