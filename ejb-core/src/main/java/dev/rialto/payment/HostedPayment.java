package dev.rialto.payment;

import dev.rialto.kernel.Money;

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
 */
public record HostedPayment(
        String requestId,
        String merchantReference,
        PaymentMethod method,
        Money amount,
        String returnUrl,
        String callBackUrl,
        String language) {}
