package dev.rialto.refund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which refunds are asked for.
 *
 * @param state only this state; null for all
 * @param orderId only of this order; null for all
 * @param text start of an order number; null for all
 * @param cursor from the page before; null for the first
 * @param limit rows a page, 1 to 200
 */
public record RefundFilter(
        @Nullable OwedState state,
        @Nullable UUID orderId,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {

    /** All of one order. */
    public static RefundFilter ofOrder(UUID order) {
        return new RefundFilter(null, order, null, null, 200);
    }
}
