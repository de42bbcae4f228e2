package dev.rialto.web.local;

import dev.rialto.checkout.AddToCart;
import dev.rialto.checkout.CartGroup;
import dev.rialto.checkout.CartLine;
import dev.rialto.checkout.CartView;
import dev.rialto.checkout.Carts;
import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.kernel.Money;
import dev.rialto.web.port.Cart;
import dev.rialto.web.port.CartPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cart of this process. */
@ApplicationScoped
class LocalCart implements CartPort {
    @Inject
    private Carts carts;

    @Override
    public Cart view(Visitor visitor) {
        return cart(carts.view(Wire.caller(visitor), Wire.site(visitor), visitor.language(), visitor.currency()));
    }

    @Override
    public void add(Visitor visitor, String variantId, int quantity) {
        carts.add(
                Wire.caller(visitor),
                new AddToCart(
                        Wire.site(visitor),
                        Wire.id(Wire.VARIANT, variantId),
                        quantity,
                        visitor.language(),
                        visitor.currency()));
    }

    @Override
    public void change(Visitor visitor, String lineId, int quantity) {
        carts.change(Wire.caller(visitor), Wire.id(Wire.LINE, lineId), quantity);
    }

    @Override
    public void remove(Visitor visitor, String lineId) {
        carts.remove(Wire.caller(visitor), Wire.id(Wire.LINE, lineId));
    }

    @Override
    public void useCoupon(Visitor visitor, String code) {
        carts.useCoupon(
                Wire.caller(visitor),
                new dev.rialto.checkout.Visit(Wire.site(visitor), visitor.language(), visitor.currency()),
                code);
    }

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
        return lines.stream().map(LocalCart::line).toList();
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
