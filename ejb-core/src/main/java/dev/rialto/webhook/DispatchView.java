package dev.rialto.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news on its way to one endpoint.
 *
 * @param state waiting, done or given_up
 * @param nextAt when it is tried next, while it waits
 * @param lastStatus HTTP status of the last try; null when none came
 * @param lastError why the last try failed
 */
public record DispatchView(
        UUID id,
        UUID eventId,
        String type,
        long sequence,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        Instant createdAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {}
