package dev.rialto.rest.v1.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list or of a search.
 *
 * @param items the goods
 * @param facets what the list can be narrowed by, with counts
 * @param approximate true when nothing has the very words and these come near
 * @param next cursor of the next page; null on the last
 */
public record Listing(
        List<GoodsCard> items,
        List<Facet> facets,
        boolean approximate,
        @Nullable String next) {

    /** One property the list can be narrowed by. */
    public record Facet(String name, String title, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /** One value of a facet and how many goods have it. */
    public record Value(String value, String label, long count) {}

    public Listing {
        items = List.copyOf(items);
        facets = List.copyOf(facets);
    }
}
