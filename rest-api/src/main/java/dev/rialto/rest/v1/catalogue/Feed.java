package dev.rialto.rest.v1.catalogue;

import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of all variants that a storefront sells, as price portals list them.
 *
 * @param next where the next page begins; missing on the last
 */
public record Feed(List<Item> items, @Nullable String next) {
    public Feed {
        items = List.copyOf(items);
    }

    /**
     * A variant.
     *
     * @param group the goods it is a variant of
     * @param single true when the goods have no other variant
     * @param brand the maker, else the seller
     * @param category its place among the categories, in words
     * @param options its values in the language asked for
     * @param listPrice before any reduction
     * @param price what one pays
     * @param available false when sold out
     */
    public record Item(
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
        public Item {
            options = List.copyOf(options);
        }
    }
}
