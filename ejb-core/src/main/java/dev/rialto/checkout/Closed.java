package dev.rialto.checkout;

import dev.rialto.order.Buyer;
import dev.rialto.order.PlaceOrder;
import dev.rialto.order.PricedGoods;
import dev.rialto.payment.PaymentMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checkout in the transaction that makes its order: all that was frozen. */
record Closed(
        UUID id,
        UUID siteId,
        @Nullable String tokenHash,
        @Nullable UUID accountId,
        String language,
        CheckoutDetails details,
        PaymentMethod method,
        PricedGoods goods) {

    PlaceOrder order(UUID order, UUID payment) {
        return new PlaceOrder(order, id, siteId, accountId, tokenHash, language, method, payment, goods, buyer());
    }

    private Buyer buyer() {
        return new Buyer(
                details.email().strip(),
                details.name().strip(),
                orNull(details.phone()),
                details.country(),
                orNull(details.region()),
                details.city().strip(),
                details.street().strip(),
                orNull(details.extra()),
                details.postcode().strip(),
                orNull(details.note()));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
