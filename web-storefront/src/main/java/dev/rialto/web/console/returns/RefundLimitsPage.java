package dev.rialto.web.console.returns;

import dev.rialto.kernel.Money;
import dev.rialto.refund.RefundLimits;
import dev.rialto.refund.RefundTerms;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Up to how much one person gives back alone, in each currency of the mall (D84). */
@Route(
        path = "/refund-limits",
        view = "refund-limits",
        who = Who.OPERATOR,
        permission = "payment.refund",
        menu = Section.SETTINGS,
        rank = 55)
public class RefundLimitsPage implements ConsolePage {
    private static final String LIMIT = "limit.";

    private final RefundLimits limits;
    private final StepUp stepUp;
    private @Nullable RefundTerms terms;

    @Inject
    public RefundLimitsPage(RefundLimits limits, StepUp stepUp) {
        this.limits = limits;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        terms = limits.terms(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("save")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        Entries entries = visit.entries();
        Map<String, Money> alone = new HashMap<>(limits.terms(visit.caller()).alone());
        for (String currency : currencies(visit)) {
            alone.remove(currency);
            entries.minor(LIMIT + currency, currency)
                    .ifPresent(minor -> alone.put(currency, new Money(minor, currency)));
        }
        long version = entries.whole("version");
        entries.raise();
        stepUp.require(visit);
        limits.change(visit.caller(), new RefundTerms(alone, version));
        return Outcome.go(visit.path(), "done.refund-limits");
    }

    public RefundTerms terms() {
        return Objects.requireNonNull(terms);
    }

    public List<String> currencies(Visit visit) {
        return visit.house().currencies();
    }

    /** The limit as it is typed; empty for none. */
    public String limit(String currency, Visit visit) {
        return terms().limit(currency)
                .map(limit -> visit.show().plain(limit.minor(), currency))
                .orElse("");
    }
}
