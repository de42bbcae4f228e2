package dev.rialto.web.console.home;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderFilter;
import dev.rialto.order.OrderSummary;
import dev.rialto.order.Orders;
import dev.rialto.overview.Overview;
import dev.rialto.payout.PayoutReads;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesQuery;
import dev.rialto.sales.SalesReport;
import dev.rialto.settlement.Reconciliation;
import dev.rialto.settlement.Statements;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.chart.Series;
import dev.rialto.web.console.sales.SalesChart;
import dev.rialto.web.console.settlement.NextPayout;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Today, what waits for the reader, how the last days went, and how far a new seller or mall has come. */
@Route(path = "/", view = "home", menu = Section.HOME)
public class HomePage implements ConsolePage {
    private static final int SHOWN = 8;
    private static final int DAYS = 30;
    private static final SalesReport NOTHING = new SalesReport(List.of(), List.of(), List.of(), false);

    private final Orders orders;
    private final Sales sales;
    private final Overview overview;
    private final Reconciliation reconciliation;
    private final PayoutReads payoutReads;
    private final Statements statements;
    private final Clock clock;
    private Page<OrderSummary> latest = new Page<>(List.of(), null);
    private List<Todo> todos = List.of();
    private List<Step> steps = List.of();
    private List<Revenue> revenues = List.of();
    private SalesReport trend = NOTHING;
    private List<NextPayout> payouts = List.of();

    @Inject
    public HomePage(
            Orders orders,
            Sales sales,
            Overview overview,
            Reconciliation reconciliation,
            PayoutReads payoutReads,
            Statements statements,
            Clock clock) {
        this.orders = orders;
        this.sales = sales;
        this.overview = overview;
        this.reconciliation = reconciliation;
        this.payoutReads = payoutReads;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.may("order.view")) {
            latest = orders.list(visit.caller(), OrderFilter.newest(SHOWN));
        }
        if (visit.may("sales.view")) {
            LocalDate today = today(visit);
            revenues = Revenue.of(day(visit, today), day(visit, today.minusWeeks(1)), currency(visit));
            trend = sales.report(visit.caller(), query(visit, today.minusDays(DAYS - 1), today));
        }
        todos = Todo.of(overview.waiting(visit.caller()), visit);
        if (visit.isOperator() && visit.may("site.approve")) {
            steps = Step.of(overview.mallSteps(visit.caller()));
        }
        if (visit.isSeller()) {
            steps = Step.of(overview.steps(visit.caller()));
            if (visit.may("settlement.view")) {
                payouts = NextPayout.of(visit, reconciliation, payoutReads, statements);
            }
        }
        return Outcome.show();
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(clock.instant(), visit.house().zone());
    }

    private static String currency(Visit visit) {
        return visit.house().currencies().get(0);
    }

    private SalesReport day(Visit visit, LocalDate day) {
        return sales.report(visit.caller(), query(visit, day, day));
    }

    private static SalesQuery query(Visit visit, LocalDate from, LocalDate to) {
        return new SalesQuery(
                SalesBy.DAY,
                from,
                to,
                currency(visit),
                SalesQuery.Narrowing.NONE,
                visit.language(),
                new SalesQuery.Rows(0, DAYS));
    }

    @Override
    public String title(Visit visit) {
        return visit.say("page.home");
    }

    public long ordersToday() {
        return revenues.stream().mapToLong(one -> one.today().orders()).sum();
    }

    public long ordersWeekAgo() {
        return revenues.stream().mapToLong(one -> one.weekAgo().orders()).sum();
    }

    public List<Revenue> revenues() {
        return revenues;
    }

    public List<Todo> todos() {
        return todos;
    }

    /** The steps of a new seller, or a new mall, while one is open that selling needs; none for others. */
    public List<Step> steps() {
        return steps.stream().allMatch(step -> step.done() || step.isOptional()) ? List.of() : steps;
    }

    public long stepsDone() {
        return steps.stream().filter(Step::done).count();
    }

    /** What the seller gets next, by currency. */
    public List<NextPayout> payouts() {
        return payouts;
    }

    public Series trend(Visit visit) {
        LocalDate today = today(visit);
        return new SalesChart(SalesBy.DAY, currency(visit), visit).overTime(trend, today.minusDays(DAYS - 1), today);
    }

    public List<OrderSummary> latest() {
        return latest.items();
    }

    public String path(OrderSummary order) {
        return "/orders/" + Ids.external("order", order.orderId());
    }
}
