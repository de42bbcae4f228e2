package dev.rialto.goods;

import dev.rialto.goods.ShelfPage.Facet;
import dev.rialto.goods.ShelfPage.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counted facets in the order in which they are shown. */
record FacetCounts(List<Facet> facets, @Nullable Long total) {
    private static final int MOST_VALUES = 20;
    private static final int MOST_FACETS = 12;

    /** One counted value. */
    record Row(String name, String value, String label, String facetLabel, long count) {}

    static FacetCounts none() {
        return new FacetCounts(List.of(), null);
    }

    static FacetCounts of(List<Row> rows, ShelfQuery query) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        long total = 0;
        for (Row row : rows) {
            if (row.name().equals("total")) {
                total = row.count();
            } else if (!(row.name().equals("category") && row.value().equals(query.category()))) {
                byName.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row);
            }
        }
        // one seller alone is no choice
        if (byName.getOrDefault(Narrowing.SELLER, List.of()).size() == 1
                && !query.chosen().containsKey(Narrowing.SELLER)) {
            byName.remove(Narrowing.SELLER);
        }
        return new FacetCounts(
                byName.values().stream()
                        .limit(MOST_FACETS)
                        .map(FacetCounts::facet)
                        .toList(),
                total);
    }

    private static Facet facet(List<Row> rows) {
        return new Facet(
                rows.get(0).name(),
                rows.get(0).facetLabel(),
                rows.stream()
                        .limit(MOST_VALUES)
                        .map(row -> new Value(row.value(), row.label(), row.count()))
                        .toList());
    }
}
