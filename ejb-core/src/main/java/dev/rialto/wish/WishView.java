package dev.rialto.wish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods on a wish list as they are now. Amounts are minor units of the currency asked for.
 *
 * @param variantId the only variant; null where there is a choice
 * @param listPrice lowest listed price; null when the goods are not on sale here, as are the others
 * @param price what one pays
 * @param compareAt the seller's own comparison price, if any
 * @param priorLowest lowest price of the thirty days before a reduction; null when nothing is reduced
 * @param fromPrice true when variants differ in price
 * @param available false when sold out
 */
public record WishView(
        UUID goodsId,
        String slug,
        String title,
        String sellerName,
        @Nullable String pictureKey,
        @Nullable UUID variantId,
        String currency,
        @Nullable Long listPrice,
        @Nullable Long price,
        @Nullable Long compareAt,
        @Nullable Long priorLowest,
        boolean fromPrice,
        boolean available,
        Instant addedAt) {

    /** Can the goods be bought here at all? */
    public boolean isOnSale() {
        return price != null;
    }
}
