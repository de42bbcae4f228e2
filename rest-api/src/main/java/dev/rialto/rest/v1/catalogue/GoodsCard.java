package dev.rialto.rest.v1.catalogue;

import dev.rialto.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Goods in a list.
 *
 * @param listPrice the price before the site's discount
 * @param price what one pays here; the lowest of the variants
 * @param priorLowest lowest price of the thirty days before a reduction
 * @param fromPrice true when variants differ in price
 * @param available false when sold out
 * @param onSale false while the seller is being checked
 * @param rating what buyers say
 */
public record GoodsCard(
        String id,
        String slug,
        String title,
        String summary,
        String sellerId,
        String sellerName,
        Money listPrice,
        Money price,
        @Nullable Money priorLowest,
        boolean fromPrice,
        @Nullable String pictureKey,
        String pictureAlt,
        boolean available,
        boolean onSale,
        Rating rating) {}
