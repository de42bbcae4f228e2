package dev.rialto.checkout;

import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.coupon.CouponPiece;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts stored lines and today's quotes together. */
final class CartAssembly {
    private final Basket basket;
    private final Map<UUID, VariantQuote> quotes;
    private final String currency;
    private final @Nullable AppliedCoupon coupon;

    CartAssembly(Basket basket, List<VariantQuote> quotes, String currency) {
        this.basket = basket;
        this.quotes = quotes.stream().collect(Collectors.toMap(VariantQuote::variantId, quote -> quote));
        this.currency = currency;
        this.coupon = coupon(basket, this.quotes, currency);
    }

    CartView view() {
        Map<UUID, List<CartLine>> bySeller = new LinkedHashMap<>();
        List<CartLine> withdrawn = new ArrayList<>();
        for (Basket.Line line : basket.lines()) {
            VariantQuote quote = quotes.get(line.variantId());
            if (quote == null) {
                withdrawn.add(gone(line));
            } else {
                bySeller.computeIfAbsent(quote.tenantId(), any -> new ArrayList<>())
                        .add(line(line, quote));
            }
        }
        List<CartGroup> groups = bySeller.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
        return view(groups, withdrawn);
    }

    /** The coupon of the cart, applied or with the reason why it is not. */
    @Nullable
    AppliedCoupon coupon() {
        return coupon;
    }

    private static @Nullable AppliedCoupon coupon(Basket basket, Map<UUID, VariantQuote> quotes, String currency) {
        List<CouponPiece> pieces = basket.lines().stream()
                .filter(line -> quotes.containsKey(line.variantId()))
                .map(line -> new CouponPiece(
                        line.variantId(),
                        Math.multiplyExact(
                                java.util.Objects.requireNonNull(quotes.get(line.variantId()))
                                        .unitPrice(),
                                line.quantity())))
                .toList();
        return AppliedCoupon.choose(basket.couponCode(), basket.coupons(), pieces, currency)
                .orElse(null);
    }

    private CartView view(List<CartGroup> groups, List<CartLine> withdrawn) {
        List<CartLine> lines =
                groups.stream().flatMap(group -> group.lines().stream()).toList();
        Money list = Money.zero(currency);
        Money total = Money.zero(currency);
        for (CartLine line : lines) {
            list = list.plus(line.listPrice().times(line.quantity()));
            total = total.plus(line.amount());
        }
        boolean ready =
                !lines.isEmpty() && withdrawn.isEmpty() && lines.stream().noneMatch(CartLine::isBlocked);
        int count = basket.lines().stream().mapToInt(Basket.Line::quantity).sum();
        Money off = coupon == null ? Money.zero(currency) : coupon.total();
        return new CartView(groups, withdrawn, list, list.minus(total), coupon, total.minus(off), count, ready);
    }

    private CartGroup group(UUID tenant, List<CartLine> lines) {
        Money off = coupon == null
                ? Money.zero(currency)
                : coupon.shareOf(lines.stream().map(CartLine::variantId).toList());
        Money total = lines.stream()
                .map(CartLine::amount)
                .reduce(Money.zero(currency), Money::plus)
                .minus(off);
        Optional<Money> limit = basket.methodsOf(tenant).stream()
                .flatMap(method -> method.freeFrom(currency).stream())
                .min(Money::compareTo);
        boolean reached = limit.filter(from -> !from.isMoreThan(total)).isPresent();
        Money untilFree = reached ? null : limit.map(from -> from.minus(total)).orElse(null);
        return new CartGroup(tenant, sellerOf(lines), lines, off, total, untilFree, reached);
    }

    private String sellerOf(List<CartLine> lines) {
        return quoteOf(lines.get(0).variantId()).sellerName();
    }

    private VariantQuote quoteOf(UUID variant) {
        return java.util.Objects.requireNonNull(quotes.get(variant));
    }

    private CartLine line(Basket.Line line, VariantQuote quote) {
        Money unitPrice = new Money(quote.unitPrice(), currency);
        return new CartLine(
                line.id(),
                line.variantId(),
                quote.slug(),
                quote.title(),
                quote.variantTitle(),
                quote.pictureKey(),
                line.quantity(),
                new Money(quote.listPrice(), currency),
                unitPrice,
                unitPrice.times(line.quantity()),
                quote.available() + line.held(),
                problems(line, quote));
    }

    private static List<CartProblem> problems(Basket.Line line, VariantQuote quote) {
        List<CartProblem> problems = new ArrayList<>();
        long available = quote.available() + line.held();
        if (!quote.onSale()) {
            problems.add(CartProblem.WITHDRAWN);
        } else if (available <= 0) {
            problems.add(CartProblem.SOLD_OUT);
        } else if (available < line.quantity()) {
            problems.add(CartProblem.FEWER_LEFT);
        }
        if (isDearerOrCheaper(line, quote)) {
            problems.add(CartProblem.PRICE_CHANGED);
        }
        return problems;
    }

    private static boolean isDearerOrCheaper(Basket.Line line, VariantQuote quote) {
        return line.seenPrice() != null
                && quote.currency().equals(line.seenCurrency())
                && line.seenPrice() != quote.unitPrice();
    }

    private CartLine gone(Basket.Line line) {
        Money nothing = Money.zero(currency);
        return new CartLine(
                line.id(),
                line.variantId(),
                "",
                "",
                "",
                null,
                line.quantity(),
                nothing,
                nothing,
                nothing,
                0,
                List.of(CartProblem.WITHDRAWN));
    }
}
