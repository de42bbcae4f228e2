package dev.rialto.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stock levels are asked for.
 *
 * @param tenantId one seller's only; a tenant's caller sees its own anyway
 * @param text part of a title or SKU
 * @param atMost only variants with no more available than this
 * @param cursor from the page before
 * @param limit levels a page, 1 to 200
 */
public record StockFilter(
        @Nullable UUID tenantId,
        @Nullable String text,
        @Nullable Long atMost,
        String language,
        @Nullable String cursor,
        int limit) {}
