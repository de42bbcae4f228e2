package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment as staff and the order see it.
 *
 * @param captured what is the mall's, out of {@code amount}
 * @param refunded what went or is going back, out of {@code captured}
 * @param released what was authorised and will not be taken, out of {@code amount}
 * @param hostedUrl the gateway's page
 * @param gatewayReference the gateway's name for the payment
 * @param gatewayTransaction the gateway's transaction number (D11)
 * @param gatewayResult the gateway's last result in its own words
 * @param bankAccount where a deposit goes
 * @param dueOn last day of a deposit, in the mall's zone
 */
public record PaymentView(
        UUID id,
        @Nullable UUID checkoutId,
        @Nullable UUID returnId,
        @Nullable UUID orderId,
        UUID siteId,
        PaymentMethod method,
        String gateway,
        PaymentState state,
        Money amount,
        Money captured,
        Money refunded,
        Money released,
        @Nullable String hostedUrl,
        @Nullable String gatewayReference,
        @Nullable String gatewayTransaction,
        @Nullable String gatewayResult,
        @Nullable BankAccountView bankAccount,
        @Nullable LocalDate dueOn,
        Instant createdAt,
        Instant updatedAt) {

    /** What is authorised and may still be taken. */
    public Money open() {
        return state == PaymentState.APPROVED ? amount.minus(captured).minus(released) : Money.zero(amount.currency());
    }

    /** What can still be refunded. */
    public Money refundable() {
        return captured.minus(refunded);
    }
}
