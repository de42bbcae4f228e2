package dev.rialto.coupon;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use of a coupon.
 *
 * @param orderNumber null while a checkout holds it
 * @param state held, used or freed
 */
public record CouponUse(
        UUID checkoutId, @Nullable String orderNumber, String state, long amount, String currency, Instant at) {
    public Money taken() {
        return new Money(amount, currency);
    }
}
