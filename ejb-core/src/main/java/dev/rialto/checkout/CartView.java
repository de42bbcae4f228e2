package dev.rialto.checkout;

import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart with today's prices.
 *
 * @param withdrawn lines of goods that are no longer sold here
 * @param goodsTotal before discounts
 * @param discountTotal zero or more
 * @param coupon the one of the cart, applied or with the reason why not; null when there is none
 * @param total what the goods cost, without delivery
 * @param count pieces
 * @param ready false when it is empty or a line must be mended first
 */
public record CartView(
        List<CartGroup> groups,
        List<CartLine> withdrawn,
        Money goodsTotal,
        Money discountTotal,
        @Nullable AppliedCoupon coupon,
        Money total,
        int count,
        boolean ready) {
    public CartView {
        groups = List.copyOf(groups);
        withdrawn = List.copyOf(withdrawn);
    }

    public boolean isEmpty() {
        return groups.isEmpty() && withdrawn.isEmpty();
    }
}
