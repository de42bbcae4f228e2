package dev.rialto.order;

import dev.rialto.kernel.Money;
import dev.rialto.tax.TaxCalculation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods with their final price, in minor units.
 *
 * @param number place in the order, from 1
 * @param listPrice of one, before the site's discount
 * @param discountBp the site's rate in basis points
 * @param unitPrice of one
 * @param taxBp rate in basis points
 * @param amount quantity times unit price, less the coupon
 * @param tax inside the amount or on top of it, as {@link PricedGoods#taxIncluded} says
 * @param weightGrams of one
 * @param coupon what the coupon takes off the line
 */
public record PricedLine(
        int number,
        UUID tenantId,
        UUID variantId,
        UUID goodsId,
        String sellerName,
        String title,
        String variantTitle,
        @Nullable String sku,
        @Nullable String pictureKey,
        int quantity,
        long listPrice,
        int discountBp,
        long unitPrice,
        String taxClass,
        int taxBp,
        long amount,
        long tax,
        int weightGrams,
        long coupon) {

    /** The line before the coupon. */
    public long fullAmount() {
        return Math.addExact(amount, coupon);
    }

    /** What a coupon takes off without tax, as the books have it; minor units. */
    static long netCoupon(long coupon, int taxBp, boolean taxIncluded, String currency) {
        Money off = new Money(coupon, currency);
        return taxIncluded ? off.minus(TaxCalculation.included(off, taxBp)).minor() : coupon;
    }

    long listAmount() {
        return Math.multiplyExact(listPrice, quantity);
    }
}
