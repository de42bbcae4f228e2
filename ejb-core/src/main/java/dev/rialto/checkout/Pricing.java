package dev.rialto.checkout;

import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.fulfilment.Consignment;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Texts;
import dev.rialto.order.PricedCoupon;
import dev.rialto.order.PricedDelivery;
import dev.rialto.order.PricedGoods;
import dev.rialto.order.PricedLine;
import dev.rialto.tax.TaxCalculation;
import dev.rialto.tax.TaxRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The final price of a cart: quantity times today's unit price, less what the coupon takes off, the chosen delivery of each seller, and tax rounded once
 * per line.
 *
 * @param taxIncluded true where prices contain the tax
 */
record Pricing(
        CheckoutDetails details,
        String language,
        String currency,
        TaxRates rates,
        boolean taxIncluded,
        @Nullable AppliedCoupon coupon) {

    /** Without a coupon. */
    Pricing(CheckoutDetails details, String language, String currency, TaxRates rates, boolean taxIncluded) {
        this(details, language, currency, rates, taxIncluded, null);
    }

    /** Goods to price: a quote and how many. */
    record Piece(VariantQuote quote, int quantity) {}

    /**
     * Prices everything.
     *
     * @param chosen the delivery method of each seller, all of them checked to go there
     */
    PricedGoods price(List<Piece> pieces, Map<UUID, DeliveryMethod> chosen) {
        List<PricedLine> lines = new ArrayList<>();
        for (Piece piece : pieces) {
            lines.add(line(lines.size() + 1, piece));
        }
        List<PricedDelivery> deliveries =
                chosen.values().stream().map(method -> delivery(method, lines)).toList();
        return new PricedGoods(currency, taxIncluded, lines, deliveries, priced());
    }

    private @Nullable PricedCoupon priced() {
        return coupon == null || !coupon.applies() || coupon.id() == null
                ? null
                : new PricedCoupon(coupon.id(), coupon.label(), coupon.byMall());
    }

    private long couponOf(UUID variant) {
        return coupon == null || !coupon.applies() ? 0 : coupon.shareOf(variant);
    }

    private PricedLine line(int number, Piece piece) {
        VariantQuote quote = piece.quote();
        long off = couponOf(quote.variantId());
        Money amount =
                new Money(quote.unitPrice(), currency).times(piece.quantity()).minus(new Money(off, currency));
        int rate = rates.of(quote.taxClass()).bp();
        return new PricedLine(
                number,
                quote.tenantId(),
                quote.variantId(),
                quote.goodsId(),
                quote.sellerName(),
                quote.title(),
                quote.variantTitle(),
                quote.sku(),
                quote.pictureKey(),
                piece.quantity(),
                quote.listPrice(),
                quote.discountBp(),
                quote.unitPrice(),
                quote.taxClass(),
                rate,
                amount.minor(),
                tax(amount, rate),
                quote.weightGrams(),
                off);
    }

    private PricedDelivery delivery(DeliveryMethod method, List<PricedLine> lines) {
        Money price = method.price(consignment(method.tenantId(), lines))
                .orElseThrow(() -> new IllegalStateException("delivery method " + method.id() + " does not go there"));
        int rate = rates.of(method.taxClass()).bp();
        return new PricedDelivery(
                method.tenantId(),
                method.id(),
                Texts.pick(method.names(), language, "en"),
                price.minor(),
                rate,
                tax(price, rate));
    }

    private Consignment consignment(UUID tenant, List<PricedLine> lines) {
        long grams = 0;
        long amount = 0;
        for (PricedLine line : lines) {
            if (line.tenantId().equals(tenant)) {
                grams = Math.addExact(grams, (long) line.weightGrams() * line.quantity());
                amount = Math.addExact(amount, line.amount());
            }
        }
        return new Consignment(
                details.country(), details.region(), details.postcode(), grams, new Money(amount, currency));
    }

    private long tax(Money amount, int rateBp) {
        return (taxIncluded ? TaxCalculation.included(amount, rateBp) : TaxCalculation.onTop(amount, rateBp)).minor();
    }
}
