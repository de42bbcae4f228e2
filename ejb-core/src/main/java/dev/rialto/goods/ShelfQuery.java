package dev.rialto.goods;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a site's shelf is asked for.
 *
 * @param siteId whose shelf; its scope and discount apply
 * @param language of the texts
 * @param currency of the prices; goods not listed in it are left out
 * @param category slug of a category of either level
 * @param text words to search for
 * @param chosen values by facet: {@code seller} (id), {@code price} ({@code 1000-5000} in minor units of the site's
 *     price, either end may be missing), any other an option or attribute ({@code size}, {@code colour}); values of one
 *     facet widen the list, facets narrow it, options are matched on one variant
 * @param cursor from the page before
 * @param limit goods a page, 1 to 100
 * @param counting whether the facets are counted
 */
public record ShelfQuery(
        UUID siteId,
        String language,
        String currency,
        @Nullable String category,
        @Nullable String text,
        Map<String, List<String>> chosen,
        Sort sort,
        @Nullable String cursor,
        int limit,
        Counting counting) {

    /** The order of a list. */
    public enum Sort {
        /** Newest first; best match first when there are words to search for. */
        BEST,
        NEWEST,
        PRICE_UP,
        PRICE_DOWN
    }

    /** Whether the facets are counted too, which takes a second statement. */
    public enum Counting {
        NO_FACETS,
        FACETS
    }

    public ShelfQuery {
        chosen = Map.copyOf(chosen);
    }

    /** The newest goods of a site, without facets. */
    public static ShelfQuery newest(UUID siteId, String language, String currency, int limit) {
        return new ShelfQuery(
                siteId, language, currency, null, null, Map.of(), Sort.NEWEST, null, limit, Counting.NO_FACETS);
    }

    /** The same with facets and within a category. */
    public ShelfQuery in(@Nullable String slug) {
        return new ShelfQuery(siteId, language, currency, slug, text, chosen, sort, cursor, limit, Counting.FACETS);
    }

    /** The same, searching for words. */
    public ShelfQuery searching(@Nullable String words) {
        return new ShelfQuery(
                siteId, language, currency, category, words, chosen, Sort.BEST, cursor, limit, Counting.FACETS);
    }

    /** The same, narrowed. */
    public ShelfQuery choosing(Map<String, List<String>> values) {
        return new ShelfQuery(siteId, language, currency, category, text, values, sort, cursor, limit, Counting.FACETS);
    }

    /** The same in another order. */
    public ShelfQuery by(Sort order) {
        return new ShelfQuery(siteId, language, currency, category, text, chosen, order, cursor, limit, counting);
    }

    /** The page after. */
    public ShelfQuery after(@Nullable String next) {
        return new ShelfQuery(siteId, language, currency, category, text, chosen, sort, next, limit, counting);
    }
}
