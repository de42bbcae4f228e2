package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund as read; for this package, others read {@link RefundView}. Public because the proxies of session beans live
 * elsewhere and must see what they return.
 */
public record RefundRow(
        UUID id,
        UUID paymentId,
        UUID orderId,
        @Nullable UUID subOrderId,
        long amount,
        String currency,
        String state,
        String requestId,
        String reason,
        Instant requestedAt,
        @Nullable Instant settledAt,
        boolean ofExchange,
        long released) {

    static final String COLUMNS =
            " id, payment_id, order_id, sub_order_id, amount, currency, state, request_id, reason,"
                    + " requested_at, settled_at, released,"
                    + " (select p.return_id is not null from payment p where p.id = payment_id) as of_exchange ";

    Money money() {
        return new Money(amount, currency);
    }

    /** What has to be sent back; the rest was never taken. */
    Money taken() {
        return new Money(amount - released, currency);
    }

    RefundView view() {
        RefundState now = RefundState.valueOf(state.toUpperCase(Locale.ROOT));
        return new RefundView(id, paymentId, orderId, subOrderId, money(), now, reason, requestedAt, settledAt);
    }

    boolean isFor(RefundPayment wanted) {
        return paymentId.equals(wanted.paymentId()) && money().equals(wanted.amount());
    }
}
