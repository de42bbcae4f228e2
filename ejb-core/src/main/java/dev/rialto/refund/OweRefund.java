package dev.rialto.refund;

import dev.rialto.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund to owe for one part of a paid order.
 *
 * @param extraPaymentId the payment of an exchange that goes back; null for what the part was bought with
 * @param amount above zero
 * @param reason for books and staff
 */
public record OweRefund(UUID subOrderId, @Nullable UUID extraPaymentId, Money amount, RefundKind kind, String reason) {

    /** What goes back of the price of the part. */
    public OweRefund(UUID subOrderId, Money amount, RefundKind kind, String reason) {
        this(subOrderId, null, amount, kind, reason);
    }
}
