package dev.rialto.checkout;

import dev.rialto.order.PricedGoods;
import java.time.Instant;
import java.util.UUID;

/**
 * The full price, frozen.
 *
 * @param goods lines, deliveries and taxes by seller, with their totals
 * @param fingerprint names exactly this offer; paying repeats it
 * @param heldUntil until when the stock is kept
 */
public record Offer(
        UUID checkoutId, CheckoutDetails details, PricedGoods goods, String fingerprint, Instant heldUntil) {}
