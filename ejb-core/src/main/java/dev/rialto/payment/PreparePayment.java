package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment on a page of the gateway to begin.
 *
 * @param paid whether a checkout is paid, or what an exchange costs more
 * @param subjectId the checkout, or the return of the exchange
 * @param method card or wallet
 * @param siteId where it is paid
 * @param amount the full price, above zero
 * @param returnUrl where the gateway's page sends the shopper back to; {@code {payment}} in it becomes the payment's id
 *     in outside form ({@code payment_…})
 * @param language of the gateway's page: ko, en, ja or zh
 * @param payerId the member who may let the gateway keep the card; null for a guest
 */
public record PreparePayment(
        Paid paid,
        UUID subjectId,
        PaymentMethod method,
        UUID siteId,
        Money amount,
        String returnUrl,
        String language,
        @Nullable UUID payerId) {

    /** What a payment is for; each has one live payment at a time. */
    public enum Paid {
        CHECKOUT,
        EXCHANGE;

        /** The column of the payment that names the subject. */
        String column() {
            return this == CHECKOUT ? "checkout_id" : "return_id";
        }
    }

    public PreparePayment {
        if (!method.isHosted()) {
            throw new IllegalArgumentException("a deposit has no page of the gateway");
        }
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount must be above zero, not " + amount);
        }
        String scheme = URI.create(returnUrl.replace("{payment}", "")).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("returnUrl must be an http address, not " + returnUrl);
        }
    }

    /** A card payment of a checkout. */
    public PreparePayment(UUID checkoutId, UUID siteId, Money amount, String returnUrl, String language) {
        this(Paid.CHECKOUT, checkoutId, PaymentMethod.CARD, siteId, amount, returnUrl, language, null);
    }
}
