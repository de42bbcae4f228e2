package dev.rialto.web.console.chargeback;

import dev.rialto.chargeback.ChargebackView;
import dev.rialto.chargeback.Chargebacks;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;

/** Cases of buyers' banks, those that wait for an answer first. */
@Route(
        path = "/chargebacks",
        view = "chargebacks",
        who = Who.OPERATOR,
        permission = "payment.refund",
        menu = Section.ORDERS,
        rank = 45)
public class ChargebacksPage implements ConsolePage {
    private static final int MOST = 200;

    private final Chargebacks chargebacks;
    private List<ChargebackView> cases = List.of();

    @Inject
    public ChargebacksPage(Chargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @Override
    public Outcome open(Visit visit) {
        cases = chargebacks.list(visit.caller(), MOST);
        return Outcome.show();
    }

    public List<ChargebackView> cases() {
        return cases;
    }

    public String path(ChargebackView one) {
        return "/chargebacks/" + Ids.external("chargeback", one.id());
    }

    public String tone(ChargebackView one) {
        return tone(one.state());
    }

    static String tone(String state) {
        return switch (state) {
            case "open" -> "chip-warn";
            case "contested" -> "chip-info";
            case "won" -> "chip-good";
            default -> "chip-bad";
        };
    }
}
