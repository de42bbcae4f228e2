package dev.rialto.chargeback;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case as staff see it.
 *
 * @param gatewayCase the gateway's name for it
 * @param amount minor units that the bank takes back
 * @param reason the bank's, in the gateway's words
 * @param state stored name of a {@link ChargebackState}
 * @param dueAt until when it can be answered
 * @param wish what the gateway has still to hear; null when nothing
 * @param note what staff gave as their reason
 */
public record ChargebackView(
        UUID id,
        UUID paymentId,
        UUID orderId,
        String orderNumber,
        String gateway,
        String gatewayCase,
        long amount,
        String currency,
        String reason,
        String state,
        Instant dueAt,
        Instant openedAt,
        @Nullable String wish,
        @Nullable String note,
        @Nullable Instant answeredAt,
        @Nullable Instant decidedAt,
        long version) {

    public Money money() {
        return new Money(amount, currency);
    }

    public ChargebackState stateNow() {
        return ChargebackState.ofStored(state);
    }

    /** May it still be answered? */
    public boolean isOpen() {
        return stateNow() == ChargebackState.OPEN;
    }
}
