package dev.rialto.payment;

import dev.rialto.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway needs to open its page.
 *
 * @param requestId stable id of the request
 * @param merchantReference the mall's name for what is paid, shown to the shopper
 * @param method card or wallet
 * @param amount the full price
 * @param returnUrl where the shopper comes back to
 * @param callBackUrl where the gateway calls back
 * @param language ko, en, ja or zh
 * @param payer null when the card is not to be kept: for a guest
 */
public record HostedPayment(
        String requestId,
        String merchantReference,
        PaymentMethod method,
        Money amount,
        String returnUrl,
        String callBackUrl,
        String language,
        @Nullable Payer payer) {

    /**
     * A member who may let the gateway keep the card.
     *
     * @param customer the gateway's name for the payer, from a card that it keeps already
     */
    public record Payer(@Nullable String customer) {}
}
