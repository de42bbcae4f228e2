package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper means to buy, grouped by seller.
 *
 * @param goodsTotal at listed prices
 * @param discountTotal what the shop takes off, not negative
 * @param coupon the coupon of the cart, applied or with the reason why not; null when there is none
 * @param total what the goods cost here, before delivery
 * @param ready false while a line stands in the way of buying
 */
public record Cart(
        List<Group> groups,
        Money goodsTotal,
        Money discountTotal,
        @Nullable Coupon coupon,
        Money total,
        int count,
        boolean ready) {

    /**
     * The coupon of a cart.
     *
     * @param label its code, or its name when it applies by itself
     * @param total what it takes off in all
     * @param problem why it takes off nothing; null when it applies
     * @param missing how much more would do, below its floor
     */
    public record Coupon(
            String label,
            Money total,
            @Nullable String problem,
            @Nullable Money missing) {}

    /**
     * The lines of one seller.
     *
     * @param coupon what the coupon takes off these goods
     * @param untilFree what is missing for free delivery; null when there is no such offer
     * @param freeReached true when delivery is free by now
     */
    public record Group(
            String sellerId,
            String sellerName,
            List<Line> lines,
            Money coupon,
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

        public boolean isReduced() {
            return unitPrice.compareTo(listPrice) < 0;
        }
    }

    public Cart {
        groups = List.copyOf(groups);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }
}
