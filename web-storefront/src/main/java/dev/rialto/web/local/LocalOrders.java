package dev.rialto.web.local;

import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderHeadline;
import dev.rialto.order.Orders;
import dev.rialto.web.port.Order;
import dev.rialto.web.port.OrderSummary;
import dev.rialto.web.port.OrdersPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The orders of this process. */
@ApplicationScoped
class LocalOrders implements OrdersPort {
    @Inject
    private Orders orders;

    @Inject
    private OrderDesk desk;

    @Override
    public Optional<Order> order(Visitor visitor, String number) {
        return orders.byNumber(Wire.caller(visitor), number).map(Purchases::order);
    }

    @Override
    public List<OrderSummary> mine(Visitor visitor) {
        return orders.mine(Wire.caller(visitor)).stream()
                .map(LocalOrders::summary)
                .toList();
    }

    @Override
    public void cancel(Visitor visitor, String number) {
        desk.cancel(Wire.caller(visitor), number);
    }

    private static OrderSummary summary(OrderHeadline order) {
        return new OrderSummary(
                order.number(),
                order.state().name().toLowerCase(Locale.ROOT),
                order.placedAt(),
                order.total(),
                order.firstTitle(),
                order.lines());
    }
}
