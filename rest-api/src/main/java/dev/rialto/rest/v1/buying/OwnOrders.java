package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.DomainException;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.SubOrderView;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Finds orders that the shopper placed at the storefront; all others are as good as none (A19, A32). */
@ApplicationScoped
class OwnOrders {
    private final Orders orders;

    @Inject
    OwnOrders(Orders orders) {
        this.orders = orders;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OwnOrders() {
        this(null);
    }

    /** @throws DomainException {@link GatewayError#NOT_FOUND} */
    OrderView find(HttpServletRequest request, ShopCall call, String number) {
        Factor.note(request, "order", number);
        OrderView order = orders.byNumber(call.owner(), number)
                .filter(found -> found.siteId().equals(call.siteId()))
                .orElseThrow(GatewayError.NOT_FOUND::now);
        Factor.rows(request, 1);
        return order;
    }

    /**
     * One seller's part of such an order.
     *
     * @throws DomainException {@link GatewayError#NOT_FOUND}
     */
    UUID part(HttpServletRequest request, ShopCall call, String number, String part) {
        OrderView order = find(request, call, number);
        Factor.note(request, "part", part);
        UUID id = Wire.id(Wire.PART, part);
        if (order.parts().stream().map(SubOrderView::id).noneMatch(id::equals)) {
            throw GatewayError.NOT_FOUND.now();
        }
        return id;
    }
}
