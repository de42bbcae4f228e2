package dev.rialto.web.console.access;

import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.staff.Enrolment;
import dev.rialto.staff.SecondFactor;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where nobody may work without a second factor, it is set up here before anything else. */
@Route(path = "/sign-in/factor", view = "sign-in-factor", who = Who.ANYONE)
public class FactorPage implements ConsolePage {
    private final SecondFactor factor;
    private final Settings settings;
    private String next = "/";
    private @Nullable Enrolment enrolment;
    private List<String> codes = List.of();

    @Inject
    public FactorPage(SecondFactor factor, Settings settings) {
        this.factor = factor;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        next = WayOn.of(visit);
        Optional<SessionView> session =
                HalfWay.of(visit).filter(found -> !found.entry().enrolled());
        if (session.isEmpty()) {
            return Outcome.go(next);
        }
        enrolment = factor.begin(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        next = WayOn.of(visit);
        codes = factor.confirm(
                visit.caller(), HalfWay.token(visit, settings), visit.entries().text("code"));
        return Outcome.show();
    }

    public String next() {
        return next;
    }

    public @Nullable Enrolment enrolment() {
        return enrolment;
    }

    /** The recovery codes, this once; none before the first code was right. */
    public List<String> codes() {
        return codes;
    }
}
