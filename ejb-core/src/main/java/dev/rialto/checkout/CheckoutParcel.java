package dev.rialto.checkout;

import java.util.List;

/**
 * The goods of one seller and how they may be delivered.
 *
 * @param choices empty when the seller delivers nowhere near
 */
public record CheckoutParcel(CartGroup goods, List<DeliveryChoice> choices) {
    public CheckoutParcel {
        choices = List.copyOf(choices);
    }
}
