package dev.rialto.goods;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods in a list. These fields and no others leave the shelf for lists (A18). Amounts are minor units of the currency
 * asked for.
 *
 * @param listPrice lowest listed price of the variants
 * @param price the same with the site's discount: what one pays
 * @param highestPrice what the dearest variant costs here
 * @param compareAt the seller's own comparison price, if any
 * @param priorLowest lowest listed price of the thirty days before a reduction; null when nothing is reduced
 * @param available false when sold out
 * @param onSale false while the seller is being checked
 * @param reviews how many
 * @param stars their stars, added up
 */
public record GoodsCard(
        UUID id,
        String slug,
        String title,
        String summary,
        UUID sellerId,
        String sellerName,
        String currency,
        long listPrice,
        long price,
        long highestPrice,
        @Nullable Long compareAt,
        @Nullable Long priorLowest,
        @Nullable String pictureKey,
        String pictureAlt,
        boolean available,
        boolean onSale,
        int reviews,
        int stars) {}
