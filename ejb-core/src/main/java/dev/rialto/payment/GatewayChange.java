package dev.rialto.payment;

import dev.rialto.kernel.Money;

/**
 * A capture, a release or a refund.
 *
 * @param requestId stable id of this change
 * @param payment what is changed
 * @param amount how much; a release is always of all that is left
 */
public record GatewayChange(String requestId, GatewayPayment payment, Money amount) {}
