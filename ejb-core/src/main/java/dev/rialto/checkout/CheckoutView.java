package dev.rialto.checkout;

import dev.rialto.kernel.FieldError;
import java.util.List;

/**
 * The first step of a checkout.
 *
 * @param details what was typed so far
 * @param errors what is wrong with it; empty while nothing was typed
 * @param countries where all sellers of the cart deliver, two letters each, the site's own first
 */
public record CheckoutView(
        CartView cart,
        CheckoutDetails details,
        List<FieldError> errors,
        List<String> countries,
        List<CheckoutParcel> parcels) {
    public CheckoutView {
        errors = List.copyOf(errors);
        countries = List.copyOf(countries);
        parcels = List.copyOf(parcels);
    }
}
