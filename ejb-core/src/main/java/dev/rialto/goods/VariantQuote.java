package dev.rialto.goods;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a variant is and costs at a site right now. Amounts are minor units of the currency asked for.
 *
 * @param variantTitle its option values, {@code Red / L}; empty without options
 * @param listPrice before the site's discount; 0 when it is not listed in the currency, and then it is not on sale
 * @param discountBp the site's rate in basis points
 * @param unitPrice what one pays a piece
 * @param available units that can be bought now
 * @param onSale false when withdrawn, not of this site, or without a price in the currency
 */
public record VariantQuote(
        UUID variantId,
        UUID goodsId,
        UUID tenantId,
        String sellerName,
        String slug,
        String title,
        String variantTitle,
        @Nullable String sku,
        @Nullable String pictureKey,
        String currency,
        long listPrice,
        int discountBp,
        long unitPrice,
        String taxClass,
        int weightGrams,
        long available,
        boolean onSale) {}
