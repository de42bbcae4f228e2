package dev.rialto.goods;

import dev.rialto.kernel.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a list is narrowed by, read from the texts of its facets. */
record Narrowing(List<UUID> sellers, List<Long> lowest, List<Long> highest, SortedMap<String, List<String>> options) {
    static final String SELLER = "seller";
    static final String PRICE = "price";
    private static final Pattern RANGE = Pattern.compile("([0-9]{0,15})-([0-9]{0,15})");
    private static final int MOST_FACETS = 8;
    private static final int MOST_VALUES = 20;

    /** Reads the chosen values; wrong ones are reported by the facet's name. */
    static Narrowing of(Map<String, List<String>> chosen, Violations violations) {
        Narrowing read = new Narrowing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        violations.check(chosen.size() <= MOST_FACETS, "facets", "too_many", MOST_FACETS);
        chosen.forEach((facet, values) -> {
            violations.check(values.size() <= MOST_VALUES, facet, "too_many", MOST_VALUES);
            if (!values.isEmpty()) {
                read.take(facet, values, violations);
            }
        });
        return read;
    }

    private void take(String facet, List<String> values, Violations violations) {
        switch (facet) {
            case SELLER -> values.forEach(value -> takeSeller(value, violations));
            case PRICE -> values.forEach(value -> takeRange(value, violations));
            default ->
                options.put(
                        facet, values.stream().map(value -> facet + "=" + value).toList());
        }
    }

    private void takeSeller(String value, Violations violations) {
        try {
            sellers.add(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            violations.add(SELLER, "invalid");
        }
    }

    private void takeRange(String value, Violations violations) {
        Matcher range = RANGE.matcher(value);
        if (!range.matches()) {
            violations.add(PRICE, "invalid");
            return;
        }
        lowest.add(range.group(1).isEmpty() ? 0 : Long.parseLong(range.group(1)));
        highest.add(range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2)));
    }

    boolean hasSellers() {
        return !sellers.isEmpty();
    }

    boolean hasPrices() {
        return !lowest.isEmpty();
    }

    /** Must a variant be looked at to tell whether the goods belong to the list? */
    boolean touchesVariants() {
        return hasPrices() || !options.isEmpty();
    }
}
