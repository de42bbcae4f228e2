package dev.rialto.payment;

import dev.rialto.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of one payment, by call-back or when asked.
 *
 * @param eventId the gateway's id of what happened; the same thing told twice has the same id
 * @param requestId the id the payment was opened with
 * @param reference the gateway's name for the payment
 * @param amount what the payment is about
 * @param captured minor units taken so far
 * @param transaction the gateway's transaction number, once there is one
 * @param result the gateway's result in its own words
 * @param hostedUrl the gateway's page while it is open
 */
public record GatewayReport(
        String eventId,
        String requestId,
        String reference,
        Status status,
        Money amount,
        long captured,
        @Nullable String transaction,
        String result,
        @Nullable String hostedUrl)
        implements PaymentGateway.Inquiry {

    /** Where the payment stands at the gateway. */
    public enum Status {
        /** The page is open, the shopper may try (again). */
        OPEN,
        /** Authorised. */
        APPROVED,
        /** Over without money. */
        DECLINED,
        /** Taken, all or a part. */
        CAPTURED,
        /** Given back before it was taken. */
        VOIDED
    }
}
