package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund for the books.
 *
 * @param extraPaymentId the payment of an exchange that goes back; null for the sale itself
 * @param released what of it was authorised and never taken
 * @param subOrderId the part it is for; without it the amount is spread over the order's parts
 */
public record RefundPosting(
        UUID refundId,
        UUID orderId,
        @Nullable UUID subOrderId,
        @Nullable UUID extraPaymentId,
        Money amount,
        Money released) {

    /** What goes back of a sale. */
    public RefundPosting(UUID refundId, UUID orderId, @Nullable UUID subOrderId, Money amount) {
        this(refundId, orderId, subOrderId, null, amount, Money.zero(amount.currency()));
    }
}
