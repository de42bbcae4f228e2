package dev.rialto.rest.v1;

import dev.rialto.goods.ShelfPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of goods.
 *
 * @param approximate true when nothing has the words searched for and these are the nearest
 * @param next cursor of the next page; absent on the last
 */
public record GoodsList(
        List<GoodsItem> items,
        boolean approximate,
        @Nullable String next) {
    public GoodsList {
        items = List.copyOf(items);
    }

    static GoodsList of(ShelfPage page) {
        return new GoodsList(page.items().stream().map(GoodsItem::of).toList(), page.isApproximate(), page.next());
    }
}
