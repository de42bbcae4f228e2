package dev.rialto.coupon;

import java.util.UUID;

/**
 * Goods of a cart that a coupon may be for.
 *
 * @param amount quantity times the price after the site's rate, minor units
 */
public record CouponPiece(UUID variantId, long amount) {}
