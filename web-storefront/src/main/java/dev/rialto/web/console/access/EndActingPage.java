package dev.rialto.web.console.access;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.staff.Acting;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;

/** The button in the banner: an operator stops acting in a seller's name. */
@Route(path = "/sides/end", view = "sides", who = Who.SELLER)
public class EndActingPage implements ConsolePage {
    private final Acting acting;
    private final Settings settings;

    @Inject
    public EndActingPage(Acting acting, Settings settings) {
        this.acting = acting;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        return Outcome.go("/");
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!visit.house().onBehalf()) {
            return Outcome.go("/");
        }
        acting.end(visit.caller(), HalfWay.token(visit, settings));
        String seller = Ids.external("seller", visit.caller().requireTenant());
        return Outcome.go(
                "/sellers/" + seller, "done.acting-ended", visit.house().name());
    }
}
