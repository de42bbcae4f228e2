package dev.rialto.payment;

import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money to give back.
 *
 * @param paymentId a paid payment of an order
 * @param subOrderId the part it is for, if it is for one
 * @param tenantId the seller of that part
 * @param amount above zero, at most what was captured and not yet refunded
 * @param reason why, for the books
 * @param requestId stable id: the same refund asked for twice is made once
 */
public record RefundPayment(
        UUID paymentId,
        @Nullable UUID subOrderId,
        @Nullable UUID tenantId,
        Money amount,
        String reason,
        String requestId) {

    /** Throws {@link PaymentError#PAYMENT_INVALID} with every wrong field. */
    void check() {
        new Violations()
                .check(amount.minor() > 0, "amount", "not_positive", amount.minor())
                .text("reason", reason, 500)
                .text("requestId", requestId, 200)
                .raise(PaymentError.PAYMENT_INVALID);
    }
}
