package dev.rialto.checkout;

import dev.rialto.coupon.CouponOffer;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.tax.TaxRates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it is stored, with the delivery methods of its sellers and its open checkout.
 *
 * @param cartId null when there is no cart yet
 * @param version grows with every change of the cart
 * @param couponCode as it was typed; null when none was
 * @param coupons those that may apply
 * @param cards what accounts look like, for variants that sell cards
 * @param rates of tax where the checkout's draft sends the goods
 */
record Basket(
        @Nullable UUID cartId,
        long version,
        List<Line> lines,
        List<DeliveryMethod> methods,
        @Nullable SavedCheckout checkout,
        TaxRates rates,
        @Nullable String couponCode,
        List<CouponOffer> coupons,
        Map<UUID, Card> cards) {

    /** How accounts at the provider of a card look, as a pattern and as an example. */
    record Card(String form, String example) {}

    /**
     * A stored line.
     *
     * @param held pieces that this cart's own checkout holds; stock counts them as gone
     */
    record Line(
            UUID id,
            UUID variantId,
            int quantity,
            @Nullable Long seenPrice,
            @Nullable String seenCurrency,
            long held) {}

    /** The open checkout: what was typed, and whether a price is frozen. */
    record SavedCheckout(
            UUID id,
            String state,
            CheckoutDetails draft,
            @Nullable String fingerprint,
            java.time.@Nullable Instant heldUntil) {}

    /** The same basket with another coupon. */
    Basket withCoupon(String code, List<CouponOffer> offers) {
        return new Basket(cartId, version, lines, methods, checkout, rates, code, offers, cards);
    }

    /** Is anything of it sent? Cards are delivered on the order's page and by mail. */
    boolean isSent() {
        return lines.stream().anyMatch(line -> !cards.containsKey(line.variantId()));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Collection<UUID> variants() {
        return lines.stream().map(Line::variantId).toList();
    }

    List<DeliveryMethod> methodsOf(UUID tenant) {
        return methods.stream()
                .filter(method -> method.tenantId().equals(tenant))
                .toList();
    }
}
