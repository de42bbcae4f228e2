package dev.rialto.web.console.goods;

import dev.rialto.goods.GoodsFilter;
import dev.rialto.web.console.Visit;
import org.jspecify.annotations.Nullable;

/** The filter that an address of the goods list names. */
final class GoodsQuery {
    private GoodsQuery() {}

    static GoodsFilter of(Visit visit, @Nullable String cursor, int limit) {
        return new GoodsFilter(
                null,
                visit.entries().id("shop").orElse(null),
                visit.entries().optional("q").orElse(null),
                GoodsWords.state(visit.query("state")).orElse(null),
                visit.entries().id("category").orElse(null),
                visit.language(),
                visit.house().currencies().get(0),
                cursor,
                limit);
    }
}
