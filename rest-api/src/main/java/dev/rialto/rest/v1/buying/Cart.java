package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper means to buy, grouped by seller.
 *
 * @param goodsTotal at listed prices
 * @param discountTotal what the shop takes off, not negative
 * @param total what the goods cost here, before delivery
 * @param ready false while a line stands in the way of buying
 */
public record Cart(List<Group> groups, Money goodsTotal, Money discountTotal, Money total, int count, boolean ready) {

    /**
     * The lines of one seller.
     *
     * @param untilFree what is missing for free delivery; null when there is no such offer
     * @param freeReached true when delivery is free by now
     */
    public record Group(
            String sellerId,
            String sellerName,
            List<Line> lines,
            Money total,
            @Nullable Money untilFree,
            boolean freeReached) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param available units that can be bought now
     * @param problems what stands in the way or has changed: sold_out, fewer_left, price_changed, withdrawn
     */
    public record Line(
            String id,
            String variantId,
            String slug,
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int quantity,
            Money listPrice,
            Money unitPrice,
            Money amount,
            long available,
            List<String> problems) {
        public Line {
            problems = List.copyOf(problems);
        }
    }

    public Cart {
        groups = List.copyOf(groups);
    }
}
