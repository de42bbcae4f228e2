package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.net.URI;
import java.util.UUID;

/**
 * A card payment to begin.
 *
 * @param checkoutId what is paid
 * @param siteId where it is paid
 * @param amount the full price, above zero
 * @param returnUrl where the gateway's page sends the shopper back to; {@code {payment}} in it becomes the payment's id
 *     in outside form ({@code payment_…})
 * @param language of the gateway's page: ko, en, ja or zh
 */
public record PreparePayment(UUID checkoutId, UUID siteId, Money amount, String returnUrl, String language) {
    public PreparePayment {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount must be above zero, not " + amount);
        }
        String scheme = URI.create(returnUrl.replace("{payment}", "")).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("returnUrl must be an http address, not " + returnUrl);
        }
    }
}
