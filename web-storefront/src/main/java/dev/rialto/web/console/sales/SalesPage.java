package dev.rialto.web.console.sales;

import dev.rialto.kernel.Page;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesParty;
import dev.rialto.sales.SalesQuery;
import dev.rialto.sales.SalesReport;
import dev.rialto.sales.SalesRow;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.chart.Series;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sales by period, company, goods and shop, compared with the stretch of time before (D90 to D93). */
@Route(path = "/sales", view = "sales", permission = "sales.view", menu = Section.SALES)
public class SalesPage implements ConsolePage {
    private static final int PAGE = 50;

    private final Sales sales;
    private final Clock clock;
    private @Nullable SalesFilter filter;
    private SalesReport report = new SalesReport(List.of(), List.of(), List.of(), false);
    private List<SalesParty> parties = List.of();
    private @Nullable String next;

    @Inject
    public SalesPage(Sales sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        filter = SalesFilter.of(
                visit, LocalDate.ofInstant(clock.instant(), visit.house().zone()));
        int skipped = skipped(visit);
        report = sales.report(visit.caller(), filter().query(visit, new SalesQuery.Rows(skipped, PAGE)));
        next = report.more() ? String.valueOf(skipped + PAGE) : null;
        parties = sales.parties(visit.caller());
        return Outcome.show();
    }

    private static int skipped(Visit visit) {
        return visit.query("after").matches("[0-9]{1,6}") ? Integer.parseInt(visit.query("after")) : 0;
    }

    private SalesFilter filter() {
        return Objects.requireNonNull(filter);
    }

    public Page<SalesRow> rows() {
        return new Page<>(report.rows(), next);
    }

    public SalesFigures total() {
        return report.total(filter().currency());
    }

    public String tab() {
        return filter().tab().key();
    }

    public List<String> tabs() {
        return Arrays.stream(SalesTab.values()).map(SalesTab::key).toList();
    }

    public List<Option> periods(Visit visit) {
        return Arrays.stream(Period.values())
                .map(period -> new Option(period.key(), visit.say("sales.period." + period.key())))
                .toList();
    }

    /** The stretch of time by name; empty when its days were typed. */
    public String period() {
        return filter().period().map(Period::key).orElse("");
    }

    public boolean isNarrowed(Visit visit) {
        return Stream.of("period", "from", "to", "goods", "step", "currency", "company", "shop", "variants")
                .anyMatch(filter -> !visit.query(filter).isEmpty());
    }

    public LocalDate from() {
        return filter().from();
    }

    public LocalDate to() {
        return filter().to();
    }

    public LocalDate fromBefore(Visit visit) {
        return filter().query(visit, new SalesQuery.Rows(0, 1)).before();
    }

    public String currency() {
        return filter().currency();
    }

    /** The mall's currencies and those in which something was sold. */
    private List<String> currencies(Visit visit) {
        TreeSet<String> all = new TreeSet<>(visit.house().currencies());
        report.totals().forEach(total -> all.add(total.currency()));
        return List.copyOf(all);
    }

    public List<Option> currencyOptions(Visit visit) {
        return currencies(visit).stream().map(code -> new Option(code, code)).toList();
    }

    public List<Option> steps(Visit visit) {
        return Stream.of("day", "week", "month")
                .map(step -> new Option(step, visit.say("sales.step." + step)))
                .toList();
    }

    public List<Option> parties(String kind) {
        return parties.stream()
                .filter(party -> party.kind().equals(kind))
                .map(party -> new Option(party.id().toString(), party.name()))
                .toList();
    }

    public String step(Visit visit) {
        return switch (filter().by(visit)) {
            case WEEK -> "week";
            case MONTH -> "month";
            default -> "day";
        };
    }

    public boolean isByVariant(Visit visit) {
        return filter().by(visit) == SalesBy.VARIANT;
    }

    public boolean isLying() {
        return filter().tab() != SalesTab.PERIOD;
    }

    public Series chart(Visit visit) {
        SalesChart chart = new SalesChart(filter().by(visit), filter().currency(), visit);
        return isLying() ? chart.largest(report) : chart.overTime(report, filter().from(), filter().to());
    }

    public String name(SalesRow row, Visit visit) {
        return SalesWords.name(row, filter().by(visit), visit);
    }

    /** Where a row leads: the days of a company, the variants' days of goods; empty when nowhere. */
    public String path(SalesRow row, Visit visit) {
        return switch (filter().by(visit)) {
            case COMPANY -> visit.with("by", "period", "company", row.key(), "after", "");
            case STOREFRONT -> visit.with("by", "period", "shop", row.key(), "after", "");
            case GOODS -> row.isDelivery() ? "" : visit.with("by", "period", "goods", row.key(), "after", "");
            default -> "";
        };
    }

    public String change(SalesFigures figures) {
        return SalesWords.change(figures);
    }

    public String tone(SalesFigures figures) {
        return SalesWords.tone(figures);
    }

    /** The statement of the same sales as a paper. */
    public String pdf(Visit visit) {
        String address = visit.with("after", "", "as", "pdf");
        return "/sales/statement" + address.substring(visit.path().length());
    }

    /** The same view as a file, or as a statement. */
    public String file(String name, Visit visit) {
        String address = visit.with("after", "");
        return "/sales/" + name + address.substring(visit.path().length());
    }
}
