package dev.rialto.web.checkout;

import dev.rialto.web.port.Offer;
import org.jspecify.annotations.Nullable;

/**
 * The last step: the full price, and how to pay.
 *
 * @param secondsLeft for how long the goods are kept
 * @param notice what stands in the way, or has changed
 * @param method the way of paying chosen before
 */
public record ConfirmPage(
        Offer offer,
        long secondsLeft,
        @Nullable String notice,
        String method,
        @Nullable String bank) {

    public boolean isCard() {
        return !method.equals("deposit");
    }

    public boolean isBank(Offer.Bank one) {
        return bank == null ? one.equals(offer.banks().get(0)) : one.id().equals(bank);
    }
}
