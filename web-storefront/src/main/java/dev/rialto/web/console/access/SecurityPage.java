package dev.rialto.web.console.access;

import dev.rialto.platform.Settings;
import dev.rialto.staff.Enrolment;
import dev.rialto.staff.FactorState;
import dev.rialto.staff.SecondFactor;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one's own account is kept: the second factor and its recovery codes. */
@Route(path = "/security", view = "security")
public class SecurityPage implements ConsolePage {
    private final SecondFactor factor;
    private final Settings settings;
    private FactorState state = new FactorState(null, 0);
    private @Nullable Enrolment enrolment;
    private List<String> codes = List.of();

    @Inject
    public SecurityPage(SecondFactor factor, Settings settings) {
        this.factor = factor;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        state = factor.state(visit.caller());
        if (!state.isSetUp()) {
            enrolment = factor.begin(visit.caller());
        }
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        String token = HalfWay.token(visit, settings);
        String code = visit.entries().text("code");
        switch (action) {
            case "confirm" -> codes = factor.confirm(visit.caller(), token, code);
            case "renew" -> codes = factor.renewCodes(visit.caller(), token, code);
            case "remove" -> {
                factor.remove(visit.caller(), token, code);
                return Outcome.go("/security", "done.factor-removed");
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return open(visit);
    }

    public FactorState state() {
        return state;
    }

    public @Nullable Enrolment enrolment() {
        return enrolment;
    }

    /** New recovery codes, this once. */
    public List<String> codes() {
        return codes;
    }
}
