package dev.rialto.order;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of one seller: its lines, its delivery and their sums.
 *
 * @param lines never empty
 */
public record PricedPart(
        String currency,
        boolean taxIncluded,
        List<PricedLine> lines,
        PricedDelivery delivery,
        @Nullable PricedCoupon coupon) {
    public PricedPart {
        lines = List.copyOf(lines);
    }

    public UUID tenantId() {
        return delivery.tenantId();
    }

    public String sellerName() {
        return lines.get(0).sellerName();
    }

    /** The goods at their list price. */
    public Money goodsTotal() {
        return money(lines.stream().mapToLong(PricedLine::listAmount).sum());
    }

    /** What site's rate and coupon take off. */
    public Money discountTotal() {
        return goodsTotal().minus(goodsAmount());
    }

    /** What the coupon takes off of it. */
    public Money couponTotal() {
        return money(lines.stream().mapToLong(PricedLine::coupon).sum());
    }

    /** What the mall's own coupon takes off, without tax, as the books have it. */
    public Money borneByMall() {
        return money(lines.stream().mapToLong(this::borne).sum());
    }

    /** The same of one line, minor units. */
    long borne(PricedLine line) {
        return coupon == null || !coupon.byMall()
                ? 0
                : PricedLine.netCoupon(line.coupon(), line.taxBp(), taxIncluded, currency);
    }

    /** The goods as they are charged. */
    public Money goodsAmount() {
        return money(lines.stream().mapToLong(PricedLine::amount).sum());
    }

    public Money deliveryTotal() {
        return money(delivery.amount());
    }

    public Money taxTotal() {
        return goodsTax().plus(money(delivery.tax()));
    }

    public Money goodsTax() {
        return money(lines.stream().mapToLong(PricedLine::tax).sum());
    }

    /** What is paid for this part, tax and delivery with it. */
    public Money total() {
        Money sum = goodsAmount().plus(deliveryTotal());
        return taxIncluded ? sum : sum.plus(taxTotal());
    }

    /** The goods without tax, as the books have them. */
    public Money netGoods() {
        return taxIncluded ? goodsAmount().minus(goodsTax()) : goodsAmount();
    }

    /** The delivery without tax, as the books have it. */
    public Money netDelivery() {
        return taxIncluded ? deliveryTotal().minus(money(delivery.tax())) : deliveryTotal();
    }

    /** Tax by rate in basis points; rates of zero are left out. */
    public Map<Integer, Money> taxes() {
        Map<Integer, Money> byRate = new TreeMap<>();
        lines.forEach(line -> byRate.merge(line.taxBp(), money(line.tax()), Money::plus));
        byRate.merge(delivery.taxBp(), money(delivery.tax()), Money::plus);
        byRate.values().removeIf(Money::isZero);
        return byRate;
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
