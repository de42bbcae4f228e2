package dev.rialto.web.checkout;

import dev.rialto.web.port.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last step: the full price, and how to pay.
 *
 * @param secondsLeft for how long the goods are kept
 * @param notice what stands in the way, or has changed
 * @param restarted true when the visit had ended and was begun anew with the goods and the address of the form
 * @param method the way of paying chosen before
 */
public record ConfirmPage(
        Offer offer,
        long secondsLeft,
        @Nullable String notice,
        boolean restarted,
        String method,
        @Nullable String bank) {

    /** Buyer, address and delivery as the form repeats them, so that they outlive the visit. */
    public List<Typed.Entry> typed() {
        return Typed.fields(offer.buyer());
    }

    public boolean isChosen(String way) {
        return method.equals(way);
    }

    public boolean isOffered(String way) {
        return offer.methods().contains(way);
    }

    public boolean isBank(Offer.Bank one) {
        return bank == null ? one.equals(offer.banks().get(0)) : one.id().equals(bank);
    }
}
