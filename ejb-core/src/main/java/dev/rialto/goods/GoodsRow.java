package dev.rialto.goods;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods in a back office list.
 *
 * @param lowest lowest listed price in the currency asked for, minor units; null when not listed in it
 * @param available units of all variants that can be sold
 */
public record GoodsRow(
        UUID id,
        UUID tenantId,
        String sellerName,
        String slug,
        String title,
        GoodsState state,
        String categoryName,
        int variants,
        @Nullable Long lowest,
        @Nullable Long highest,
        long available,
        @Nullable String pictureKey,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
