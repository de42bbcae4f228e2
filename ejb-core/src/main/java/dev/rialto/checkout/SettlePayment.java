package dev.rialto.checkout;

import java.util.UUID;

/**
 * A card payment to make an order of.
 *
 * @param ownOnly true when it must be the caller's own (token or account), false for the gateway's call-back
 */
public record SettlePayment(UUID paymentId, boolean ownOnly) {}
