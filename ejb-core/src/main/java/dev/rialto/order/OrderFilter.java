package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.payment.PaymentMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the back office's list shows.
 *
 * @param state only this state; null for all
 * @param method only this way of payment; null for both
 * @param siteId only orders of this site; null for all
 * @param tenantId only parts of this seller; null for all the caller may see
 * @param text start of an order number, or a part of the buyer's name or mail address; null for all
 * @param from placed at or after this instant; null for the beginning
 * @param until placed before this instant; null for the end
 * @param cursor from the page before; null for the first
 * @param limit rows a page, 1 to 200
 */
public record OrderFilter(
        @Nullable SubOrderState state,
        @Nullable PaymentMethod method,
        @Nullable UUID siteId,
        @Nullable UUID tenantId,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String cursor,
        int limit) {

    /** Of all times. */
    public OrderFilter(
            @Nullable SubOrderState state,
            @Nullable PaymentMethod method,
            @Nullable UUID siteId,
            @Nullable UUID tenantId,
            @Nullable String text,
            @Nullable String cursor,
            int limit) {
        this(state, method, siteId, tenantId, text, null, null, cursor, limit);
    }

    /** The newest of all. */
    public static OrderFilter newest(int limit) {
        return new OrderFilter(null, null, null, null, null, null, limit);
    }

    /** The newest in one state. */
    public static OrderFilter in(SubOrderState state, int limit) {
        return new OrderFilter(state, null, null, null, null, null, limit);
    }
}
