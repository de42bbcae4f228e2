package dev.rialto.rest.v1.buying;

import dev.rialto.checkout.CartGroup;
import dev.rialto.checkout.CartLine;
import dev.rialto.checkout.CartView;
import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.kernel.Money;
import dev.rialto.rest.v1.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Carts in the contract's form. */
final class Baskets {
    private Baskets() {}

    static Cart cart(CartView view) {
        List<Cart.Group> groups = new ArrayList<>();
        view.groups().forEach(group -> groups.add(group(group)));
        if (!view.withdrawn().isEmpty()) {
            groups.add(new Cart.Group(
                    "", "", lines(view.withdrawn()), Money.zero(view.total().currency()), view.total(), null, false));
        }
        return new Cart(
                groups,
                view.goodsTotal(),
                view.discountTotal(),
                coupon(view.coupon()),
                view.total(),
                view.count(),
                view.ready());
    }

    /** What the shopper chose, without what prices and stock make of it: the state that changes are made to. */
    static List<String> chosen(Cart cart) {
        List<String> chosen = new ArrayList<>();
        cart.groups().forEach(group -> group.lines().forEach(line -> chosen.add(line.id() + " " + line.quantity())));
        Cart.Coupon coupon = cart.coupon();
        chosen.sort(Comparator.naturalOrder());
        chosen.add(coupon == null ? "" : coupon.label());
        return chosen;
    }

    private static Cart.@Nullable Coupon coupon(@Nullable AppliedCoupon coupon) {
        return coupon == null
                ? null
                : new Cart.Coupon(coupon.label(), coupon.total(), coupon.problem(), coupon.missing());
    }

    private static Cart.Group group(CartGroup group) {
        return new Cart.Group(
                Wire.text(Wire.SELLER, group.tenantId()),
                group.sellerName(),
                lines(group.lines()),
                group.coupon(),
                group.total(),
                group.untilFree(),
                group.freeReached());
    }

    private static List<Cart.Line> lines(List<CartLine> lines) {
        return lines.stream().map(Baskets::line).toList();
    }

    private static Cart.Line line(CartLine line) {
        return new Cart.Line(
                Wire.text(Wire.LINE, line.id()),
                Wire.text(Wire.VARIANT, line.variantId()),
                line.slug(),
                line.title(),
                line.variantTitle(),
                line.pictureKey(),
                line.quantity(),
                line.listPrice(),
                line.unitPrice(),
                line.amount(),
                line.available(),
                line.problems().stream()
                        .map(problem -> problem.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
