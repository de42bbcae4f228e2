package dev.rialto.web.port;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows.
 *
 * @param category slug of a category
 * @param text words searched for
 * @param chosen chosen values by facet
 * @param sort new, price, price-desc; by relevance when searching
 * @param cursor from the page before
 * @param limit goods a page
 * @param faceted whether to count what it can be narrowed by
 */
public record ListQuery(
        @Nullable String category,
        @Nullable String text,
        Map<String, List<String>> chosen,
        @Nullable String sort,
        @Nullable String cursor,
        int limit,
        boolean faceted) {
    public ListQuery {
        chosen = Map.copyOf(chosen);
    }

    /** The newest goods of the shop. */
    public static ListQuery newest(int limit) {
        return new ListQuery(null, null, Map.of(), "new", null, limit, false);
    }
}
