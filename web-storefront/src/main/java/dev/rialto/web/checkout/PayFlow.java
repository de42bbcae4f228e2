package dev.rialto.web.checkout;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.CheckoutPort;
import dev.rialto.web.port.Offer;
import dev.rialto.web.port.PayOutcome;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the full price, takes the choice of payment, and receives the buyer back from the gateway. */
@ApplicationScoped
class PayFlow implements Flow {
    @Inject
    private CheckoutPort checkouts;

    @Inject
    private Restart restart;

    @Inject
    private Clock clock;

    @Override
    public void addresses(Routes routes) {
        routes.get("/checkout/confirm", this::confirm)
                .post("/checkout/confirm", this::pay)
                .get("/checkout/pay/{payment}", this::comeBack);
    }

    private Answer confirm(Visit visit) {
        return confirm(visit, 200, null);
    }

    private Answer confirm(Visit visit, int status, @Nullable String notice) {
        Offer offer;
        try {
            offer = checkouts.offer(visit.visitor());
        } catch (DomainException refused) {
            return CheckoutFlow.elsewhere(visit, refused);
        }
        long seconds =
                Math.max(0, Duration.between(clock.instant(), offer.heldUntil()).toSeconds());
        String chosen = visit.text("method");
        String method = offer.methods().contains(chosen) ? chosen : "card";
        return new Answer.Show(
                status,
                "confirm",
                new ConfirmPage(offer, seconds, notice, restart.isBegun(visit), method, visit.optional("bank")));
    }

    private Answer pay(Visit visit) {
        if (visit.session().token() == null) {
            return anew(visit);
        }
        PayOutcome outcome =
                checkouts.pay(visit.visitor(), visit.text("fingerprint"), visit.text("method"), visit.optional("bank"));
        return answer(visit, outcome);
    }

    /** The visit has ended: the form's goods and address begin another, and the price is shown again before it is paid. */
    private Answer anew(Visit visit) {
        try {
            boolean all = restart.withGoodsOf(visit);
            boolean good = checkouts.save(visit.visitor(), Typed.of(visit)).isEmpty();
            if (!all || !good) {
                return Answer.goTo(all ? "/checkout" : "/cart?soldout");
            }
        } catch (DomainException refused) {
            return CheckoutFlow.elsewhere(visit, refused);
        }
        return confirm(visit, 409, visit.wording().say("pay.restarted"));
    }

    private Answer comeBack(Visit visit) {
        return answer(visit, checkouts.outcome(visit.visitor(), visit.part("payment"), visit.text("key")));
    }

    private Answer answer(Visit visit, PayOutcome outcome) {
        if (outcome instanceof PayOutcome.CardPage card) {
            // a form may not lead to another host, a page may: this page takes the buyer there
            return Answer.show("leaving", new PayPage(card.address(), card.paymentId(), ""));
        }
        if (outcome instanceof PayOutcome.Placed placed) {
            return Answer.goTo(orderAddress(placed));
        }
        if (outcome instanceof PayOutcome.Waiting waiting) {
            return Answer.show("waiting", new PayPage(null, waiting.paymentId(), visit.text("key")));
        }
        if (outcome instanceof PayOutcome.Unanswered) {
            return new Answer.Show(503, "unanswered", UnansweredPage.of(visit));
        }
        return again(visit, outcome);
    }

    private Answer again(Visit visit, PayOutcome outcome) {
        if (outcome instanceof PayOutcome.SoldOut) {
            return Answer.goTo("/cart?soldout");
        }
        if (outcome instanceof PayOutcome.GivenBack back) {
            return Answer.goTo(back.reason().equals("sold_out") ? "/cart?givenback" : "/cart?superseded");
        }
        if (outcome instanceof PayOutcome.Declined declined) {
            if (visit.session().token() == null) {
                return Answer.goTo("/cart?unpaid");
            }
            String why = visit.wording().first("declined." + declined.reason(), "declined");
            return confirm(visit, 402, visit.wording().say("pay.declined", why));
        }
        return confirm(visit, 409, visit.wording().say("pay.changed"));
    }

    private static String orderAddress(PayOutcome.Placed placed) {
        Address address = new Address("/orders/" + Address.segment(placed.orderNumber()), Map.of());
        Address keyed = placed.key() == null ? address : address.with("key", placed.key());
        return keyed.with("placed", "1").toString();
    }
}
