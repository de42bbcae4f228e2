package dev.rialto.web.console.settlement;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.JobRunView;
import dev.rialto.settlement.NextPeriod;
import dev.rialto.settlement.SettlementCycle;
import dev.rialto.settlement.SettlementPeriod;
import dev.rialto.settlement.SettlementTerms;
import dev.rialto.settlement.Settlements;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mall's periods: the next is closed here, with its progress and the button that stops it; and the terms. */
@Route(
        path = "/settlement/periods",
        view = "settlement-periods",
        who = Who.OPERATOR,
        permission = "settlement.close",
        menu = Section.SETTLEMENT,
        rank = 20)
public class ClosingPage implements ConsolePage {
    private static final String CANCEL = "cancel.";

    private final Settlements settlements;
    private List<SettlementPeriod> periods = List.of();
    private @Nullable NextPeriod next;
    private @Nullable JobRunView run;
    private @Nullable SettlementTerms terms;

    @Inject
    public ClosingPage(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public Outcome open(Visit visit) {
        periods = settlements.periods(visit.caller());
        next = settlements.next(visit.caller()).orElse(null);
        terms = settlements.terms(visit.caller());
        UUID latest = periods.isEmpty() ? null : periods.get(0).runId();
        run = latest == null ? null : settlements.run(visit.caller(), latest);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("close")) {
            settlements.close(visit.caller());
            return Outcome.go(visit.path(), "done.settlement-asked");
        }
        if (action.startsWith(CANCEL)) {
            settlements.cancel(
                    visit.caller(),
                    Ids.parse("job", action.substring(CANCEL.length())).orElseThrow(ConsoleError.UNKNOWN_ACTION::now));
            return Outcome.go(visit.path(), "done.settlement-cancelled");
        }
        if (action.equals("terms")) {
            settlements.change(visit.caller(), terms(visit));
            return Outcome.go(visit.path(), "done.settlement-terms");
        }
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    private static SettlementTerms terms(Visit visit) {
        Entries entries = visit.entries();
        Optional<SettlementCycle> cycle = Arrays.stream(SettlementCycle.values())
                .filter(each -> each.stored().equals(entries.text("cycle")))
                .findFirst();
        entries.check(cycle.isPresent(), "cycle", "required");
        long days = entries.whole("reserveDays");
        int reserve = entries.basisPoints("reserve");
        long version = entries.whole("version");
        entries.raise();
        return new SettlementTerms(
                cycle.orElseThrow(),
                entries.ticked("automatic"),
                reserve,
                (int) Math.max(-1, Math.min(days, 100_000)),
                version);
    }

    public List<SettlementPeriod> periods() {
        return periods;
    }

    public @Nullable NextPeriod next() {
        return next;
    }

    public @Nullable JobRunView run() {
        return run;
    }

    /** Is a period being closed just now? */
    public boolean isRunning() {
        return run != null && !run.state().isOver();
    }

    public boolean isCancellable() {
        return run != null && !run.state().isOver() && !run.cancelRequested();
    }

    /** May the next period be asked for? */
    public boolean isAskable() {
        return next != null && next.over() && !isRunning();
    }

    public String key(JobRunView of) {
        return Ids.external("job", of.id());
    }

    public String tone(JobRunView of) {
        return switch (of.state()) {
            case COMPLETED -> "chip-good";
            case FAILED -> "chip-bad";
            case CANCELLED -> "chip-warn";
            case REQUESTED, RUNNING -> "chip-info";
        };
    }

    public @Nullable SettlementTerms terms() {
        return terms;
    }

    public List<Option> cycles(Visit visit) {
        return Arrays.stream(SettlementCycle.values())
                .map(cycle -> new Option(
                        cycle.stored(),
                        visit.say("settlement.cycle." + cycle.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    public String path(SettlementPeriod period) {
        return "/settlement/statements?period=" + period.id();
    }
}
