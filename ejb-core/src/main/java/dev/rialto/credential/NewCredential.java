package dev.rialto.credential;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential to be made.
 *
 * @param tenant whose data it reaches
 * @param site the storefront it stands for; required for {@link CredentialKind#STOREFRONT}
 * @param kind {@link CredentialKind#CHANNEL} for channels alone, with scopes of its own
 * @param name what people call it
 * @param scopes what it may do, e.g. {@code goods:read}
 * @param expiresAt when it runs out; null for never
 */
public record NewCredential(
        UUID tenant,
        @Nullable UUID site,
        CredentialKind kind,
        String name,
        Set<String> scopes,
        @Nullable Instant expiresAt) {
    public NewCredential {
        scopes = Set.copyOf(scopes);
    }
}
