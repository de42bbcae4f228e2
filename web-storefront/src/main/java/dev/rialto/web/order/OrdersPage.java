package dev.rialto.web.order;

import dev.rialto.web.port.OrderSummary;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import java.util.List;

/** A member's orders; for others the form that asks for number and key. */
public record OrdersPage(boolean member, List<OrderSummary> orders, Form form, Wording wording) {
    public OrdersPage {
        orders = List.copyOf(orders);
    }

    public String state(OrderSummary order) {
        return wording.say("order.state." + order.state());
    }
}
