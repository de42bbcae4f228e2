package dev.rialto.node.shop;

import dev.rialto.kernel.Money;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.web.port.Cart;
import dev.rialto.web.port.CartPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The cart, which the mall keeps. */
@ApplicationScoped
class GatewayCart implements CartPort {
    private static final String LINES = "/cart/lines";

    @Inject
    private Gateway gateway;

    private record NewLine(String variantId, int quantity) {}

    private record Quantity(int quantity) {}

    private record Coupon(String code) {}

    @Override
    public Cart view(Visitor visitor) {
        if (visitor.token() == null) {
            Money nothing = Money.zero(visitor.currency());
            return new Cart(List.of(), nothing, nothing, null, nothing, 0, false);
        }
        return gateway.read(Gateway.of(visitor, Ask.get("/cart")), Cart.class);
    }

    @Override
    public void add(Visitor visitor, String variantId, int quantity) {
        gateway.act(Gateway.of(visitor, Ask.of("POST", LINES, new NewLine(variantId, quantity))));
    }

    @Override
    public void change(Visitor visitor, String lineId, int quantity) {
        gateway.act(Gateway.of(visitor, Ask.of("PATCH", line(lineId), new Quantity(quantity))));
    }

    @Override
    public void remove(Visitor visitor, String lineId) {
        gateway.act(Gateway.of(visitor, Ask.of("DELETE", line(lineId))));
    }

    @Override
    public void useCoupon(Visitor visitor, String code) {
        gateway.act(Gateway.of(
                visitor,
                code.isBlank() ? Ask.of("DELETE", "/cart/coupon") : Ask.of("PUT", "/cart/coupon", new Coupon(code))));
    }

    private static String line(String id) {
        return LINES + "/" + Ask.encoded(id);
    }
}
