package dev.rialto.web.order;

import dev.rialto.web.port.Order;
import dev.rialto.web.shop.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and its way.
 *
 * @param key the key the page was opened with, for its own links
 * @param placed true right after the order was placed
 * @param joinable true when the buyer could still become a member
 */
public record OrderPage(
        Order order,
        @Nullable String key,
        boolean placed,
        boolean joinable,
        @Nullable String notice,
        Wording wording) {

    public String state() {
        return wording.say("order.state." + order.state());
    }

    public String partState(Order.Part part) {
        return wording.say("part.state." + part.state());
    }

    public String method() {
        return wording.say("pay." + order.method());
    }

    /** What happened, in words. */
    public String event(Order.Event event) {
        String seller = event.sellerName();
        String text = wording.first("event." + event.kind(), "event.other");
        return seller == null ? text : text + " · " + seller;
    }

    public List<Order.Event> events() {
        return order.events();
    }
}
