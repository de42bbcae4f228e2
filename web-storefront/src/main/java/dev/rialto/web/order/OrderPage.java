package dev.rialto.web.order;

import dev.rialto.web.port.Order;
import dev.rialto.web.port.Talk;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order and its way.
 *
 * @param key the key the page was opened with, for its own links
 * @param placed true right after the order was placed
 * @param joinable true when the buyer could still become a member
 * @param talks what buyer and sellers say to each other, one for each part
 */
public record OrderPage(
        Order order,
        @Nullable String key,
        boolean placed,
        boolean joinable,
        @Nullable String notice,
        Wording wording,
        List<Talk> talks) {
    public OrderPage {
        talks = List.copyOf(talks);
    }

    /** The empty form below a talk; what is refused is shown on a page of its own. */
    public Form talkForm() {
        return Form.of(wording, Map.of());
    }

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

    /** Has something been sent that could come back? */
    public boolean returnable() {
        return order.parts().stream().flatMap(part -> part.lines().stream()).anyMatch(line -> line.shipped() > 0);
    }

    /** Is there an invoice of this part? */
    public boolean invoiced(Order.Part part) {
        return order.state().equals("paid") && !part.state().equals("cancelled");
    }

    /** An address below the order's own, with the key it was opened with. */
    public String path(String below) {
        Address address = new Address("/orders/" + Address.segment(order.number()) + below, Map.of());
        return (key == null ? address : address.with("key", key)).toString();
    }

    public List<Order.Event> events() {
        return order.events();
    }
}
