package dev.rialto.web.console.cards;

import dev.rialto.comparison.DayLists;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One day of a provider, line by line: equal, ours only, theirs only, or different (E36). */
@Route(
        path = "/provider-days/{provider}/{day}",
        view = "provider-day",
        who = Who.OPERATOR,
        permission = "provider.edit")
public class ProviderDayPage implements ConsolePage {
    private static final int PAGE = 50;

    private final DayLists lists;
    private DayLists.@Nullable Comparison day;
    private Page<DayLists.Line> lines = new Page<>(List.of(), null);

    @Inject
    public ProviderDayPage(DayLists lists) {
        this.lists = lists;
    }

    @Override
    public Outcome open(Visit visit) {
        day = lists.day(visit.caller(), visit.id("provider"), date(visit));
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        lines = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private static LocalDate date(Visit visit) {
        try {
            return LocalDate.parse(visit.variable("day"));
        } catch (DateTimeParseException e) {
            throw ConsoleError.UNREADABLE_ENTRY.because("day", "not_date");
        }
    }

    private Page<DayLists.Line> read(Visit visit, @Nullable String after, int limit) {
        DayLists.Side side = Arrays.stream(DayLists.Side.values())
                .filter(one -> one.stored().equals(visit.query("side")))
                .findFirst()
                .orElse(null);
        return lists.lines(visit.caller(), day(), side, after, limit);
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile("request", "side", "sku", "provider_number");
        csv.addAll(
                after -> read(visit, after, CsvFile.PAGE),
                (DayLists.Line line) -> csv.add(
                        line.requestId(),
                        line.side().stored(),
                        line.sku(),
                        line.providerNumber() == null ? "" : line.providerNumber()));
        return new Outcome.Send("provider-" + day().day() + ".csv", "text/csv; charset=utf-8", csv.bytes());
    }

    @Override
    public String title(Visit visit) {
        return day == null
                ? visit.say("page.provider-day")
                : day.provider() + ", " + visit.show().date(day.day());
    }

    public DayLists.Comparison day() {
        return Objects.requireNonNull(day);
    }

    public Page<DayLists.Line> lines() {
        return lines;
    }

    public List<String> sides() {
        return Arrays.stream(DayLists.Side.values()).map(DayLists.Side::stored).toList();
    }

    public String tone(DayLists.Line line) {
        return line.side() == DayLists.Side.EQUAL ? "chip-good" : "chip-bad";
    }

    /** Our own recharge behind a line; empty where there is none. */
    public String path(DayLists.Line line) {
        boolean isOurs = line.side() != DayLists.Side.THEIRS_ONLY;
        return isOurs ? "/recharges/" + Ids.external("recharge", UUID.fromString(line.requestId())) : "";
    }
}
