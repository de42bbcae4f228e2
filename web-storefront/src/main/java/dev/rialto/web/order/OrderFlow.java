package dev.rialto.web.order;

import dev.rialto.web.port.CardsPort;
import dev.rialto.web.port.ConversationPort;
import dev.rialto.web.port.Order;
import dev.rialto.web.port.OrdersPort;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders by account, by the cookie they were placed with, or by the key in the mail. */
@ApplicationScoped
class OrderFlow implements Flow {
    private static final String KEY = "key";

    @Inject
    private OrdersPort orders;

    @Inject
    private ConversationPort conversations;

    @Inject
    private Instance<CardsPort> cards;

    @Override
    public void addresses(Routes routes) {
        routes.get("/orders", this::mine)
                .post("/orders", this::find)
                .get("/orders/{number}", this::order)
                .post("/orders/{number}/cards/{card}", this::showCode)
                .post("/orders/{number}/cancel", this::cancel);
    }

    private Answer mine(Visit visit) {
        return Answer.show(
                "orders",
                new OrdersPage(
                        visit.isSignedIn(),
                        visit.isSignedIn() ? orders.mine(visit.visitor()) : List.of(),
                        Form.of(visit.wording(), Map.of()),
                        visit.wording()));
    }

    private Answer find(Visit visit) {
        String number = visit.text("number");
        Visitor holder = holder(visit);
        if (!number.isEmpty() && orders.order(holder, number).isPresent()) {
            return Answer.goTo(own(number, visit));
        }
        Form form = Form.typed(visit, "number", KEY).refused(OrderError.UNKNOWN_ORDER.now());
        return new Answer.Show(422, "orders", new OrdersPage(false, List.of(), form, visit.wording()));
    }

    private Answer order(Visit visit) {
        return page(visit, null);
    }

    private Answer page(Visit visit, OrderPage.@Nullable Shown shown) {
        Optional<Order> order = orders.order(holder(visit), visit.part("number"));
        return order.map(found -> Answer.show(
                        "order",
                        new OrderPage(
                                found,
                                visit.optional(KEY),
                                visit.isTicked("placed"),
                                !visit.isSignedIn(),
                                notice(visit),
                                visit.wording(),
                                cards.isResolvable() ? cards.get().of(holder(visit), found.number()) : List.of(),
                                shown,
                                conversations.of(holder(visit), found.number()))))
                .orElseGet(Answer::missing);
    }

    /** The code stands in this one answer alone, in no address and in no history. */
    private Answer showCode(Visit visit) {
        if (!cards.isResolvable()) {
            return Answer.missing();
        }
        String card = visit.part("card");
        return page(visit, new OrderPage.Shown(card, cards.get().show(holder(visit), visit.part("number"), card)));
    }

    private static @Nullable String notice(Visit visit) {
        String talk = "talk.done." + visit.text("talk");
        if (visit.wording().texts().containsKey(talk)) {
            return visit.wording().say(talk);
        }
        return visit.isTicked("cancelled") ? visit.wording().say("order.cancelled") : null;
    }

    private Answer cancel(Visit visit) {
        orders.cancel(holder(visit), visit.part("number"));
        String own = own(visit.part("number"), visit);
        return Answer.goTo(own + (own.contains("?") ? "&" : "?") + "cancelled");
    }

    /** The one who holds the key of the mail stands for the one who ordered. */
    private static Visitor holder(Visit visit) {
        String key = visit.optional(KEY);
        return key == null ? visit.visitor() : visit.visitor().withToken(key);
    }

    private static String own(String number, Visit visit) {
        Address address = new Address("/orders/" + Address.segment(number), Map.of());
        String key = visit.optional(KEY);
        return (key == null ? address : address.with(KEY, key)).toString();
    }
}
