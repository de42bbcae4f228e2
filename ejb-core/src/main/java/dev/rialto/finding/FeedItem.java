package dev.rialto.finding;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A variant as a price portal lists it. Amounts are minor units.
 *
 * @param options its values in the language asked for
 * @param listPrice before any reduction
 * @param price what one pays
 */
public record FeedItem(
        UUID goodsId,
        String slug,
        String title,
        String summary,
        @Nullable String pictureKey,
        @Nullable String vendor,
        String sellerName,
        String category,
        UUID variantId,
        @Nullable String sku,
        List<String> options,
        long listPrice,
        long price,
        boolean available,
        int variants) {
    public FeedItem {
        options = List.copyOf(options);
    }
}
