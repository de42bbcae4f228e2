package dev.rialto.web.returns;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.web.port.PayOutcome;
import dev.rialto.web.port.ReturnOffer;
import dev.rialto.web.port.ReturnRequest;
import dev.rialto.web.port.ReturnsPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for withdrawal, return or exchange, and shows what became of it. */
@ApplicationScoped
class ReturnFlow implements Flow {
    private static final String QUANTITY = "quantity.";
    private static final String REPLACEMENT = "replacement.";
    private static final int SHORT = 3;
    private static final List<String> NOTICES =
            List.of("asked", "called_off", "too_late", "paid", "waiting", "unpaid", "nothing_to_pay");

    @Inject
    private ReturnsPort returns;

    @Override
    public void addresses(Routes routes) {
        routes.get("/orders/{number}/return", this::form)
                .post("/orders/{number}/return", this::request)
                .get("/orders/{number}/returns", this::status)
                .post("/orders/{number}/returns/{return}/call-off", this::callOff)
                .post("/orders/{number}/returns/{return}/pay", this::pay)
                .get("/orders/{number}/returns/{return}/paid/{payment}", this::comeBack);
    }

    private Answer form(Visit visit) {
        Map<String, String> first = Map.of("ground", "withdrawal", "wish", "refund");
        return page(visit, 200, Form.of(visit.wording(), first), "");
    }

    private Answer page(Visit visit, int status, Form form, String part) {
        Holder holder = new Holder(visit);
        List<ReturnOffer> offers = returns.offers(holder.visitor(), holder.number());
        return new Answer.Show(
                status,
                "return",
                new ReturnFormPage(holder.number(), holder.key(), offers, form, part, visit.wording()));
    }

    /** What was typed stays, whatever is wrong with it. */
    private Answer request(Visit visit) {
        Holder holder = new Holder(visit);
        try {
            returns.request(holder.visitor(), typed(visit, holder));
        } catch (DomainException refused) {
            if (refused.code().kind() == ErrorKind.NOT_FOUND) {
                throw refused;
            }
            Form form = Form.of(visit.wording(), values(visit)).refused(refused);
            return page(visit, status(refused), form, visit.text("part"));
        }
        return said(holder, "asked");
    }

    /** The list of returns, with a word on top. */
    private static Answer said(Holder holder, String word) {
        String path = holder.path("/returns");
        return Answer.goTo(path + (path.contains("?") ? "&" : "?") + word);
    }

    private Answer callOff(Visit visit) {
        Holder holder = new Holder(visit);
        try {
            returns.callOff(holder.visitor(), holder.number(), visit.part("return"));
        } catch (DomainException refused) {
            if (refused.code().kind() == ErrorKind.NOT_FOUND) {
                throw refused;
            }
            return said(holder, "too_late");
        }
        return said(holder, "called_off");
    }

    private Answer pay(Visit visit) {
        Holder holder = new Holder(visit);
        return answer(holder, returns.pay(holder.visitor(), holder.number(), visit.part("return")));
    }

    private Answer comeBack(Visit visit) {
        Holder holder = new Holder(visit);
        return answer(
                holder, returns.paid(holder.visitor(), holder.number(), visit.part("return"), visit.part("payment")));
    }

    private static Answer answer(Holder holder, PayOutcome outcome) {
        if (outcome instanceof PayOutcome.CardPage card) {
            return Answer.show("leaving", new PaymentPage(card.address()));
        }
        if (outcome instanceof PayOutcome.Placed) {
            return said(holder, "paid");
        }
        if (outcome instanceof PayOutcome.Waiting || outcome instanceof PayOutcome.Unanswered) {
            return said(holder, "waiting");
        }
        return said(holder, outcome instanceof PayOutcome.Changed ? "nothing_to_pay" : "unpaid");
    }

    /** The gateway's page to which a page of ours takes the buyer. */
    public record PaymentPage(String address) {}

    private static int status(DomainException refused) {
        return refused.code().kind() == ErrorKind.CONFLICT ? 409 : 422;
    }

    private static ReturnRequest typed(Visit visit, Holder holder) {
        List<ReturnRequest.Item> items = new ArrayList<>();
        visit.fields(QUANTITY).forEach((line, quantity) -> {
            int pieces = pieces(quantity);
            if (pieces != 0) {
                items.add(new ReturnRequest.Item(line, pieces, visit.text(REPLACEMENT + line)));
            }
        });
        return new ReturnRequest(
                holder.number(),
                visit.text("part"),
                visit.text("ground"),
                visit.text("wish"),
                visit.text("reason"),
                items);
    }

    /** No number is none; what is no number of pieces is refused as such. */
    private static int pieces(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("[0-9]{1," + SHORT + "}") ? Integer.parseInt(text) : -1;
    }

    private static Map<String, String> values(Visit visit) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("ground", "wish", "reason")) {
            values.put(name, visit.text(name));
        }
        visit.fields(QUANTITY).forEach((line, quantity) -> values.put(QUANTITY + line, quantity));
        visit.fields(REPLACEMENT).forEach((line, variant) -> values.put(REPLACEMENT + line, variant));
        return values;
    }

    private Answer status(Visit visit) {
        Holder holder = new Holder(visit);
        return Answer.show(
                "returns",
                new ReturnStatusPage(
                        holder.number(),
                        holder.path(""),
                        holder.path("/return"),
                        holder.key(),
                        returns.returns(holder.visitor(), holder.number()),
                        NOTICES.stream()
                                .filter(visit::isTicked)
                                .findFirst()
                                .map(word -> visit.wording().say("return." + word))
                                .orElse(null),
                        visit.wording()));
    }
}
