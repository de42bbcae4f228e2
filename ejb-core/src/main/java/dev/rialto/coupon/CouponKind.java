package dev.rialto.coupon;

import java.util.Locale;

/** How a coupon counts. */
public enum CouponKind {
    /** A share of the goods it is for. */
    PERCENT,
    /** An amount in a currency. */
    FIXED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
