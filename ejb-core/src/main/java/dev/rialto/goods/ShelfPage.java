package dev.rialto.goods;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list or of a search.
 *
 * @param facets what the list can be narrowed by; empty when not counted
 * @param total goods in the whole list; null when not counted
 * @param isApproximate true when nothing has the words searched for and these are the nearest
 * @param next opaque cursor of the next page; null on the last
 */
public record ShelfPage(
        List<GoodsCard> items,
        List<Facet> facets,
        @Nullable Long total,
        boolean isApproximate,
        @Nullable String next) {

    /**
     * One property the list can be narrowed by.
     *
     * @param name {@code category}, {@code price}, {@code seller}, or an option's stable name: {@code colour}
     * @param label in the language asked for; empty for the first three
     */
    public record Facet(String name, String label, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param value as it is chosen; for a category its slug, for a price {@code from-to} in minor units
     * @param label in the language asked for; for a price the same as the value
     * @param count goods the list would show with this value and the other facets as chosen
     */
    public record Value(String value, String label, long count) {}

    public ShelfPage {
        items = List.copyOf(items);
        facets = List.copyOf(facets);
    }
}
