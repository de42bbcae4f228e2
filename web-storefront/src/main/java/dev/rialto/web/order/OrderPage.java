package dev.rialto.web.order;

import dev.rialto.web.port.CardsPort;
import dev.rialto.web.port.Order;
import dev.rialto.web.port.Talk;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order and its way.
 *
 * @param key the key the page was opened with, for its own links
 * @param placed true right after the order was placed
 * @param joinable true when the buyer could still become a member
 * @param cards that came with the order
 * @param shown the code that was just asked for
 * @param talks what buyer and sellers say to each other, one for each part
 */
public record OrderPage(
        Order order,
        @Nullable String key,
        boolean placed,
        boolean joinable,
        @Nullable String notice,
        Wording wording,
        List<CardsPort.Card> cards,
        @Nullable Shown shown,
        List<Talk> talks) {
    public OrderPage {
        cards = List.copyOf(cards);
        talks = List.copyOf(talks);
    }

    /** A code in clear, for the one answer in which it was asked for. */
    public record Shown(String card, String code) {
        @Override
        public String toString() {
            return "code of " + card;
        }
    }

    public String cardState(CardsPort.Card card) {
        return wording.say("card.state." + card.state());
    }

    /** Is there something whose outcome shows by itself? */
    public boolean isOpen(CardsPort.Card card) {
        return card.state().equals("due") || card.state().equals("recharging");
    }

    /** The code in clear when it was just asked for, else its end alone. */
    public String code(CardsPort.Card card) {
        return isShown(card) ? Objects.requireNonNull(shown).code() : "••••• … " + card.lastFour();
    }

    public boolean isShown(CardsPort.Card card) {
        return shown != null && shown.card().equals(card.id());
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
