package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Goods on a member's wish list as they are now.
 *
 * @param variantId the only variant; null where there is a choice
 * @param listPrice the price before the shop's discount; null when the goods are not on sale here, as is {@code price}
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
        boolean available) {

    public boolean isOnSale() {
        return price != null;
    }

    public boolean isReduced() {
        return price != null && listPrice != null && price.compareTo(listPrice) < 0;
    }

    /** Can it go to the cart with one press? */
    public boolean isReady() {
        return isOnSale() && available && variantId != null;
    }
}
