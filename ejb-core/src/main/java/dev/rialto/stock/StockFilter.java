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
 * @param limit levels a page, 1 to 1000
 * @param variantId this variant only
 * @param siteId only what this shop sells (D85)
 * @param lowOnly only variants that run low by their own line
 */
public record StockFilter(
        @Nullable UUID tenantId,
        @Nullable String text,
        @Nullable Long atMost,
        String language,
        @Nullable String cursor,
        int limit,
        @Nullable UUID variantId,
        @Nullable UUID siteId,
        boolean lowOnly) {
    public StockFilter(
            @Nullable UUID tenantId,
            @Nullable String text,
            @Nullable Long atMost,
            String language,
            @Nullable String cursor,
            int limit) {
        this(tenantId, text, atMost, language, cursor, limit, null, null, false);
    }

    /** The level of one variant. */
    public static StockFilter variant(UUID variantId, String language) {
        return new StockFilter(null, null, null, language, null, 1, variantId, null, false);
    }
}
