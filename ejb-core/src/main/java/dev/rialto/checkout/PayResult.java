package dev.rialto.checkout;

import dev.rialto.kernel.FieldError;
import dev.rialto.order.PlacedOrder;
import java.util.List;
import java.util.UUID;

/** What came of choosing to pay. */
public sealed interface PayResult {
    /** Send the shopper to the gateway's page. */
    record Redirect(UUID paymentId, String url) implements PayResult {}

    /** The order is made. */
    record Placed(PlacedOrder order) implements PayResult {}

    /** Something changed since the price was shown; nothing was charged. */
    record PriceChanged(Offer offer) implements PayResult {}

    /** Lines that cannot be had any more, named by variant; nothing was charged. */
    record SoldOut(List<FieldError> lines) implements PayResult {
        public SoldOut {
            lines = List.copyOf(lines);
        }
    }

    /** The gateway did not answer; it will be asked again, and so may the shopper. */
    record Waiting(UUID paymentId) implements PayResult {}

    /** The gateway would not take the payment; another try may be made. */
    record Declined(String reason) implements PayResult {}
}
