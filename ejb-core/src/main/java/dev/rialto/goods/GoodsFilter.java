package dev.rialto.goods;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which goods a back office list shows.
 *
 * @param tenantId one seller's only; a tenant's caller sees its own anyway
 * @param siteId only goods that this shop would show
 * @param text part of a title, SKU or slug
 * @param state in this state only; without it all but the deleted
 * @param categoryId of either level
 * @param language of titles and names
 * @param currency of the prices
 * @param cursor from the page before
 * @param limit goods a page, 1 to 200
 */
public record GoodsFilter(
        @Nullable UUID tenantId,
        @Nullable UUID siteId,
        @Nullable String text,
        @Nullable GoodsState state,
        @Nullable UUID categoryId,
        String language,
        String currency,
        @Nullable String cursor,
        int limit) {}
