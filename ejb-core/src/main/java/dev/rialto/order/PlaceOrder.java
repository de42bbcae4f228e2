package dev.rialto.order;

import dev.rialto.payment.PaymentMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to make of a checkout that was just closed.
 *
 * @param orderId chosen by the caller, who has named it to the payment
 * @param accountId the member; null for a guest
 * @param tokenHash of the guest's browser
 * @param method card and wallet are paid now, a deposit is awaited
 */
public record PlaceOrder(
        UUID orderId,
        UUID checkoutId,
        UUID siteId,
        @Nullable UUID accountId,
        @Nullable String tokenHash,
        String language,
        PaymentMethod method,
        UUID paymentId,
        PricedGoods goods,
        Buyer buyer) {

    boolean isPaid() {
        return method.isHosted();
    }
}
