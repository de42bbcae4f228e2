package dev.rialto.checkout;

import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.order.PricedGoods;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The full price, frozen.
 *
 * @param goods lines, deliveries and taxes by seller, with their totals
 * @param fingerprint names exactly this offer; paying repeats it
 * @param heldUntil until when the stock is kept
 * @param refused the coupon that was asked for and does not apply; null when none was or it does
 */
public record Offer(
        UUID checkoutId,
        CheckoutDetails details,
        PricedGoods goods,
        String fingerprint,
        Instant heldUntil,
        @Nullable AppliedCoupon refused) {}
