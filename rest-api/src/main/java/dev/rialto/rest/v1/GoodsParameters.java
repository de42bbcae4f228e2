package dev.rialto.rest.v1;

import dev.rialto.goods.ShelfQuery;
import dev.rialto.kernel.Violations;
import dev.rialto.seller.SiteView;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a goods call, all checked before anything is asked of the database (A16). */
record GoodsParameters(MultivaluedMap<String, String> given, SiteView site, Violations violations) {
    private static final int USUAL_LIMIT = 20;
    private static final int LONGEST = 200;
    private static final String OPTION = "option.";

    static GoodsParameters of(MultivaluedMap<String, String> given, SiteView site, Set<String> known) {
        Violations violations = new Violations();
        given.forEach((name, values) -> {
            violations.check(known.contains(name) || name.startsWith(OPTION), name, "unknown_parameter");
            values.forEach(value -> violations.optionalText(name, value, LONGEST));
        });
        return new GoodsParameters(given, site, violations);
    }

    ShelfQuery query(@Nullable String words) {
        ShelfQuery query = new ShelfQuery(
                site.id(),
                language(),
                currency(),
                given.getFirst("category"),
                words,
                options(),
                sort(),
                given.getFirst("cursor"),
                limit(),
                ShelfQuery.Counting.NO_FACETS);
        raise();
        return query;
    }

    void raise() {
        violations.raise(GatewayError.INVALID_PARAMETER);
    }

    String language() {
        return oneOf("language", site.languages());
    }

    String currency() {
        return oneOf("currency", site.currencies());
    }

    private String oneOf(String name, List<String> allowed) {
        String value = given.getFirst(name);
        if (value == null) {
            return allowed.get(0);
        }
        violations.check(allowed.contains(value), name, "not_offered", String.join(" ", allowed));
        return value;
    }

    private ShelfQuery.Sort sort() {
        String value = given.getFirst("sort");
        if (value == null) {
            return ShelfQuery.Sort.BEST;
        }
        return Arrays.stream(ShelfQuery.Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseGet(() -> {
                    violations.add("sort", "unknown_value", "best newest price_up price_down");
                    return ShelfQuery.Sort.BEST;
                });
    }

    private int limit() {
        String value = given.getFirst("limit");
        if (value == null) {
            return USUAL_LIMIT;
        }
        if (!value.matches("[1-9]\\d?|100")) {
            violations.add("limit", "out_of_range", 1, 100);
            return USUAL_LIMIT;
        }
        return Integer.parseInt(value);
    }

    private Map<String, List<String>> options() {
        Map<String, List<String>> options = new java.util.HashMap<>();
        given.forEach((name, values) -> {
            if (name.startsWith(OPTION)) {
                options.put(name.substring(OPTION.length()), List.copyOf(values));
            }
        });
        return options;
    }
}
