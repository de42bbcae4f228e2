package dev.rialto.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that a worker has taken to send to; secrets are sealed.
 *
 * @param failures tries in a row that failed
 */
public record Addressee(
        UUID id,
        UUID tenantId,
        String url,
        byte[] secret,
        byte @Nullable [] previousSecret,
        @Nullable Instant previousUntil,
        int failures) {}
