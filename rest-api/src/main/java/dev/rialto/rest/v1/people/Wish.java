package dev.rialto.rest.v1.people;

import dev.rialto.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Goods on a member's wish list as they are now.
 *
 * @param variantId the only variant; missing where there is a choice
 * @param listPrice the price before the storefront's discount; missing, as is the price, when they are not on sale here
 * @param price what one pays; the lowest of the variants
 * @param priorLowest lowest price of the thirty days before a reduction
 * @param fromPrice true when variants differ in price
 * @param available false when sold out
 */
public record Wish(
        String goodsId,
        String slug,
        String title,
        String sellerName,
        @Nullable String pictureKey,
        @Nullable String variantId,
        @Nullable Money listPrice,
        @Nullable Money price,
        @Nullable Money priorLowest,
        boolean fromPrice,
        boolean available) {}
