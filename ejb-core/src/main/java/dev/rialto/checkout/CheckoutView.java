package dev.rialto.checkout;

import dev.rialto.kernel.FieldError;
import java.util.List;
import java.util.UUID;

/**
 * The first step of a checkout.
 *
 * @param details what was typed so far
 * @param errors what is wrong with it; empty while nothing was typed
 * @param countries where all sellers of the cart deliver, two letters each, the site's own first
 * @param accounts that may be recharged at once, for the cards among the goods
 * @param isDigital nothing is sent: of the address country and region are enough
 */
public record CheckoutView(
        CartView cart,
        CheckoutDetails details,
        List<FieldError> errors,
        List<String> countries,
        List<CheckoutParcel> parcels,
        List<AccountWish> accounts,
        boolean isDigital) {
    public CheckoutView {
        errors = List.copyOf(errors);
        countries = List.copyOf(countries);
        parcels = List.copyOf(parcels);
        accounts = List.copyOf(accounts);
    }

    /** A card among the goods, and what an account at its provider looks like. */
    public record AccountWish(UUID variantId, String title, String example) {}
}
