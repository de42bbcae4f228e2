package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant in a feed.
 *
 * @param group the goods it is a variant of
 * @param single true when the goods have no other variant
 */
public record FeedEntry(
        String id,
        String group,
        boolean single,
        String slug,
        String title,
        String summary,
        @Nullable String pictureKey,
        String brand,
        String category,
        @Nullable String sku,
        List<String> options,
        Money listPrice,
        Money price,
        boolean available) {
    public FeedEntry {
        options = List.copyOf(options);
    }
}
