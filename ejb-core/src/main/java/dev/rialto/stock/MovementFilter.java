package dev.rialto.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which movements are asked for.
 *
 * @param variantId of this variant only
 * @param tenantId of this seller only
 * @param text part of a title, a SKU or a reason
 * @param kind only this kind
 * @param from not before
 * @param until before
 * @param cursor from the page before
 * @param limit movements a page, 1 to 5000
 */
public record MovementFilter(
        @Nullable UUID variantId,
        @Nullable UUID tenantId,
        @Nullable String text,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant until,
        String language,
        @Nullable String cursor,
        int limit) {}
