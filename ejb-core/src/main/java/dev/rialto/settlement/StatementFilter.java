package dev.rialto.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which statements are asked for; null is any.
 *
 * @param periodId of one period
 * @param text start of the number, or part of the seller's name
 * @param limit rows a page, 1 to 200
 */
public record StatementFilter(
        @Nullable UUID tenantId,
        @Nullable UUID siteId,
        @Nullable UUID periodId,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {}
