package dev.rialto.checkout;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one seller.
 *
 * @param coupon what the cart's coupon takes off these goods
 * @param total what the goods cost
 * @param untilFree what is missing for free delivery; null when there is no such offer or it is reached
 * @param freeReached true when a delivery method is free by now
 */
public record CartGroup(
        UUID tenantId,
        String sellerName,
        List<CartLine> lines,
        Money coupon,
        Money total,
        @Nullable Money untilFree,
        boolean freeReached) {
    public CartGroup {
        lines = List.copyOf(lines);
    }
}
