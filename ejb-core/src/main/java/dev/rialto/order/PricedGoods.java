package dev.rialto.order;

import dev.rialto.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that is bought at once, with final prices. Every total is a sum over the parts.
 *
 * @param taxIncluded true when amounts contain their tax, false when tax is added to them
 * @param coupon null when none applies
 */
public record PricedGoods(
        String currency,
        boolean taxIncluded,
        List<PricedLine> lines,
        List<PricedDelivery> deliveries,
        @Nullable PricedCoupon coupon) {
    public PricedGoods {
        lines = List.copyOf(lines);
        deliveries = List.copyOf(deliveries);
    }

    /** One part per seller, in the order of the lines. */
    public List<PricedPart> parts() {
        Map<UUID, List<PricedLine>> bySeller = new LinkedHashMap<>();
        lines.forEach(line -> bySeller.computeIfAbsent(line.tenantId(), any -> new ArrayList<>())
                .add(line));
        return bySeller.entrySet().stream()
                .map(entry ->
                        new PricedPart(currency, taxIncluded, entry.getValue(), deliveryOf(entry.getKey()), coupon))
                .toList();
    }

    private PricedDelivery deliveryOf(UUID tenant) {
        return deliveries.stream()
                .filter(delivery -> delivery.tenantId().equals(tenant))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no delivery is priced for seller " + tenant));
    }

    /** The goods at their list price. */
    public Money goodsTotal() {
        return sum(PricedPart::goodsTotal);
    }

    public Money discountTotal() {
        return sum(PricedPart::discountTotal);
    }

    /** What the coupon takes off, within the discount. */
    public Money couponTotal() {
        return sum(PricedPart::couponTotal);
    }

    public Money deliveryTotal() {
        return sum(PricedPart::deliveryTotal);
    }

    public Money taxTotal() {
        return sum(PricedPart::taxTotal);
    }

    /** The full price. */
    public Money total() {
        return sum(PricedPart::total);
    }

    private Money sum(Function<PricedPart, Money> part) {
        return parts().stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
