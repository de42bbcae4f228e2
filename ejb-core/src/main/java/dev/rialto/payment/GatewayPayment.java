package dev.rialto.payment;

import org.jspecify.annotations.Nullable;

/**
 * Names a payment to its gateway.
 *
 * @param requestId the id it was opened with
 * @param reference the gateway's own name, when it was heard
 */
public record GatewayPayment(String requestId, @Nullable String reference) {}
