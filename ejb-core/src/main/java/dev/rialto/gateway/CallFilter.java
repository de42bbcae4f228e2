package dev.rialto.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are looked for; empty texts and nulls stand for all.
 *
 * @param status the first digit of the status; 0 for all
 * @param cursor from the page before
 */
public record CallFilter(
        String kind,
        String credential,
        int status,
        @Nullable UUID tenant,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String cursor,
        int limit) {}
