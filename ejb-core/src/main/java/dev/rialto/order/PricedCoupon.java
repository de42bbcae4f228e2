package dev.rialto.order;

import java.util.UUID;

/**
 * The coupon of an order, frozen.
 *
 * @param label its code, or its name when it applied by itself
 * @param byMall true when the mall bears it, false when the seller does
 */
public record PricedCoupon(UUID id, String label, boolean byMall) {}
