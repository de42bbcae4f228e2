package dev.rialto.web.console.cards;

import dev.rialto.channel.CardProvider;
import dev.rialto.channel.CardProviders;
import dev.rialto.comparison.DayLists;
import dev.rialto.comparison.ProviderDays;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.platform.JobRunView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days of providers compared with ours, and the runs that compare them: asked for, watched, stopped (E36). */
@Route(
        path = "/provider-days",
        view = "provider-days",
        who = Who.OPERATOR,
        permission = "provider.edit",
        menu = Section.CARDS,
        rank = 80)
public class ProviderDaysPage implements ConsolePage {
    private static final int PAGE = 50;
    private static final int RUNS = 8;
    private static final String CANCEL = "cancel.";

    private final ProviderDays days;
    private final DayLists lists;
    private final CardProviders providers;
    private Page<DayLists.Comparison> list = new Page<>(List.of(), null);
    private List<DayLists.Run> runs = List.of();
    private List<CardProvider> known = List.of();

    @Inject
    public ProviderDaysPage(ProviderDays days, DayLists lists, CardProviders providers) {
        this.days = days;
        this.lists = lists;
        this.providers = providers;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        list = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        runs = lists.runs(visit.caller(), provider(visit), RUNS);
        known = providers.all(visit.caller());
        return Outcome.show();
    }

    private static @Nullable UUID provider(Visit visit) {
        return visit.entries().id("provider").orElse(null);
    }

    private Page<DayLists.Comparison> read(Visit visit, @Nullable String after, int limit) {
        return lists.days(
                visit.caller(),
                new DayLists.Filter(
                        provider(visit),
                        day(visit, "from").orElse(null),
                        day(visit, "until").orElse(null),
                        isDiffering(visit),
                        after,
                        limit));
    }

    static Optional<LocalDate> day(Visit visit, String name) {
        String text = visit.query(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw ConsoleError.UNREADABLE_ENTRY.because(name, "not_date");
        }
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile("provider", "day", "equal", "ours_only", "theirs_only", "compared_at");
        csv.addAll(
                after -> read(visit, after, CsvFile.PAGE),
                (DayLists.Comparison day) -> csv.add(
                        day.provider(),
                        day.day().toString(),
                        String.valueOf(day.equalCount()),
                        String.valueOf(day.oursOnly()),
                        String.valueOf(day.theirsOnly()),
                        day.comparedAt().toString()));
        return new Outcome.Send("provider-days.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.startsWith(CANCEL)) {
            days.cancel(
                    visit.caller(),
                    Ids.parse("job", action.substring(CANCEL.length())).orElseThrow(ConsoleError.UNKNOWN_ACTION::now));
            return Outcome.go("/provider-days", "done.comparison-cancelled");
        }
        if (!action.equals("compare")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        LocalDate from =
                day(visit, "from").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("from", "required"));
        UUID provider = visit.entries().id("providerId").orElse(new UUID(0, 0));
        visit.entries().raise();
        days.ask(visit.caller(), provider, from, day(visit, "until").orElse(from));
        return Outcome.go("/provider-days", "done.comparison-asked");
    }

    public Page<DayLists.Comparison> days() {
        return list;
    }

    public boolean isDiffering(Visit visit) {
        return visit.query("differing").equals("yes");
    }

    public boolean isFiltered(Visit visit) {
        return !(visit.query("provider") + visit.query("from") + visit.query("until") + visit.query("differing"))
                .isEmpty();
    }

    /** The latest runs, those under way among them. */
    public List<DayLists.Run> runs() {
        return runs;
    }

    public boolean isRunning() {
        return runs.stream().anyMatch(run -> !run.state().isOver());
    }

    public boolean isCancellable(DayLists.Run run) {
        return !run.state().isOver() && !run.cancelRequested();
    }

    public String key(DayLists.Run run) {
        return Ids.external("job", run.id());
    }

    public String tone(JobRunView.State state) {
        return switch (state) {
            case COMPLETED -> "chip-good";
            case FAILED -> "chip-bad";
            case CANCELLED -> "chip-warn";
            case REQUESTED, RUNNING -> "chip-info";
        };
    }

    /** Why a run failed, in the reader's words where there are any. */
    public String why(DayLists.Run run, Visit visit) {
        String message = run.message();
        return message == null || message.contains(" ") ? String.valueOf(message) : visit.say("refused." + message);
    }

    public String path(DayLists.Comparison day) {
        return "/provider-days/" + Ids.external("provider", day.providerId()) + "/" + day.day();
    }

    public List<Option> providers() {
        return known.stream()
                .map(one -> new Option(one.id().toString(), one.label()))
                .toList();
    }

    /** The same as a filter, with a line for all. */
    public List<Option> filterProviders(Visit visit) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", visit.say("days.all-providers")));
        all.addAll(providers());
        return all;
    }
}
