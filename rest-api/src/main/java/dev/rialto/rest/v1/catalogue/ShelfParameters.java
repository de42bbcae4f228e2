package dev.rialto.rest.v1.catalogue;

import dev.rialto.goods.ShelfQuery;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.TakesOptions;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.Wire;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of goods, all checked before anything is asked of the database (A16). */
@TakesOptions
public class ShelfParameters {
    private static final int USUAL_LIMIT = 20;
    private static final int LONGEST = 200;
    private static final String OPTION = "option.";
    private static final String SELLER = "seller";

    /** Slug of a category of either level. */
    @QueryParam("category")
    @Nullable
    String category;

    /** best, newest, price_up or price_down. */
    @QueryParam("sort")
    @Nullable
    String sort;

    /** Where the page before ended. */
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** Goods a page, 1 to 100; 20 when not given. */
    @QueryParam("limit")
    @Nullable
    String limit;

    /** true to have the facets counted. */
    @QueryParam("facets")
    @Nullable
    String facets;

    ShelfQuery query(ShopCall call, @Nullable String words, MultivaluedMap<String, String> given) {
        Violations wrong = new Violations();
        given.forEach((name, values) -> values.forEach(value -> wrong.optionalText(name, value, LONGEST)));
        wrong.check(facets == null || facets.equals("true") || facets.equals("false"), "facets", "unknown_value");
        ShelfQuery query = new ShelfQuery(
                call.siteId(),
                call.language(),
                call.currency(),
                category,
                words,
                options(given, wrong),
                sort(wrong),
                cursor,
                limit(wrong),
                "true".equals(facets) ? ShelfQuery.Counting.FACETS : ShelfQuery.Counting.NO_FACETS);
        wrong.raise(GatewayError.INVALID_PARAMETER);
        return query;
    }

    private ShelfQuery.Sort sort(Violations wrong) {
        if (sort == null) {
            return ShelfQuery.Sort.BEST;
        }
        return Arrays.stream(ShelfQuery.Sort.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add("sort", "unknown_value", "best newest price_up price_down");
                    return ShelfQuery.Sort.BEST;
                });
    }

    private int limit(Violations wrong) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        if (!limit.matches("[1-9]\\d?|100")) {
            wrong.add("limit", "out_of_range", 1, 100);
            return USUAL_LIMIT;
        }
        return Integer.parseInt(limit);
    }

    private static Map<String, List<String>> options(MultivaluedMap<String, String> given, Violations wrong) {
        Map<String, List<String>> options = new HashMap<>();
        given.forEach((name, values) -> {
            if (name.startsWith(OPTION)) {
                String option = name.substring(OPTION.length());
                options.put(option, option.equals(SELLER) ? sellers(values, wrong) : List.copyOf(values));
            }
        });
        return options;
    }

    private static List<String> sellers(List<String> values, Violations wrong) {
        return values.stream()
                .map(value -> Ids.parse(Wire.SELLER, value).map(String::valueOf).orElseGet(() -> {
                    wrong.add(OPTION + SELLER, "unknown_value");
                    return "";
                }))
                .toList();
    }
}
