package dev.rialto.credential;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as people see it, without its secret.
 *
 * @param siteId its storefront
 * @param siteName what the storefront is called
 * @param state active, suspended or revoked
 * @param redirectUris where its members may be sent back to
 * @param secretBeforeUntil until when the secret before is good besides; null when there is none
 */
public record CredentialView(
        String id,
        UUID tenantId,
        @Nullable UUID siteId,
        @Nullable String siteName,
        String kind,
        String name,
        List<String> scopes,
        String state,
        List<String> redirectUris,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant secretBeforeUntil) {
    public CredentialView {
        scopes = List.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
    }
}
