package dev.rialto.web.console.order;

import dev.rialto.kernel.Ids;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.PaymentView;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;

/** Bank deposits that are waited for, soonest due first; each is confirmed in its order (D80). */
@Route(
        path = "/deposits",
        view = "deposits",
        who = Who.OPERATOR,
        permission = "payment.confirm",
        menu = Section.ORDERS,
        rank = 20)
public class DepositsPage implements ConsolePage {
    private static final int MOST = 200;

    private final Deposits deposits;
    private List<PaymentView> awaited = List.of();

    @Inject
    public DepositsPage(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public Outcome open(Visit visit) {
        awaited = deposits.awaited(visit.caller(), MOST);
        return Outcome.show();
    }

    public List<PaymentView> awaited() {
        return awaited;
    }

    public String path(PaymentView deposit) {
        return deposit.orderId() == null ? "/orders" : "/orders/" + Ids.external("order", deposit.orderId());
    }
}
