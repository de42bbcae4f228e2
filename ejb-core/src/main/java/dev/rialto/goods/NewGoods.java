package dev.rialto.goods;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods to begin with.
 *
 * @param tenantId whose goods; a seller's own staff may leave it out
 * @param state DRAFT, or ON_SALE to show them at once
 */
public record NewGoods(@Nullable UUID tenantId, GoodsDetails details, List<VariantSpec> variants, GoodsState state) {
    public NewGoods {
        variants = List.copyOf(variants);
    }
}
