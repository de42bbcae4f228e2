package dev.rialto.web.console.delivery;

import dev.rialto.fulfilment.Deliveries;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.fulfilment.DeliveryRule;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The seller's delivery methods, those switched off too. */
@Route(
        path = "/delivery",
        view = "deliveries",
        who = Who.SELLER,
        permission = "delivery.edit",
        menu = Section.SETTINGS,
        rank = 20)
public class DeliveriesPage implements ConsolePage {
    private final Deliveries deliveries;
    private List<DeliveryMethod> methods = List.of();

    @Inject
    public DeliveriesPage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Outcome open(Visit visit) {
        methods = deliveries.list(visit.caller(), visit.caller().requireTenant());
        return Outcome.show();
    }

    public List<DeliveryMethod> methods() {
        return methods;
    }

    public String path(DeliveryMethod method) {
        return "/delivery/" + Ids.external("delivery", method.id());
    }

    /** The prices of a method in short: the first rule, and how many more there are. */
    public String price(DeliveryMethod method, Visit visit) {
        DeliveryRule first = method.rules().get(0);
        String prices = amounts(first.amounts(), visit);
        int more = method.rules().size() - 1;
        return more == 0 ? prices : visit.say("delivery.and-more", prices, more);
    }

    /** Amounts in all currencies, one behind the other. */
    public String amounts(Map<String, Long> amounts, Visit visit) {
        return visit.show().amounts(amounts, visit.house().currencies());
    }
}
