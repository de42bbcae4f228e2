package dev.rialto.web.console.sales;

import dev.rialto.document.Paper;
import dev.rialto.document.StatementOf;
import dev.rialto.document.Statements;
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
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one seller sold in a stretch of time, to be printed. */
@Route(path = "/sales/statement", view = "sales-statement", permission = "sales.view")
public class StatementPage implements ConsolePage {
    private static final int MOST = 5_000;

    private final Sales sales;
    private final Statements statements;
    private final Clock clock;
    private @Nullable SalesFilter filter;
    private SalesReport report = new SalesReport(List.of(), List.of(), List.of(), false);
    private List<SalesParty> parties = List.of();

    @Inject
    public StatementPage(Sales sales, Statements statements, Clock clock) {
        this.sales = sales;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        filter = SalesFilter.of(
                visit, LocalDate.ofInstant(clock.instant(), visit.house().zone()));
        parties = sales.parties(visit.caller());
        if (visit.query("as").equals("pdf")) {
            return pdf(visit);
        }
        if (subject(visit).isPresent()) {
            report = sales.report(visit.caller(), query(visit, subject(visit).get()));
        }
        return Outcome.show();
    }

    /** As a paper; of all sellers together when an operator chose none. */
    private Outcome pdf(Visit visit) {
        Optional<UUID> seller = subject(visit);
        String name = seller.isPresent() ? seller(visit) : visit.house().name();
        SalesQuery query = new SalesQuery(
                seller.isPresent() ? SalesBy.VARIANT : SalesBy.COMPANY,
                filter().from(),
                filter().to(),
                filter().currency(),
                new SalesQuery.Narrowing(
                        visit.isOperator() ? seller.orElse(null) : null,
                        visit.entries().id("shop").orElse(null),
                        visit.entries().id("goods").orElse(null)),
                visit.language(),
                new SalesQuery.Rows(0, MOST));
        visit.entries().raise();
        Paper paper = statements.write(visit.caller(), new StatementOf(name, query));
        return new Outcome.Send(paper.fileName(), Paper.MEDIA_TYPE, paper.content());
    }

    private SalesQuery query(Visit visit, UUID seller) {
        return new SalesQuery(
                SalesBy.VARIANT,
                filter().from(),
                filter().to(),
                filter().currency(),
                new SalesQuery.Narrowing(seller, null, null),
                visit.language(),
                new SalesQuery.Rows(0, MOST));
    }

    /** Whose statement it is: the seller's own, or the one an operator chose. */
    private static Optional<UUID> subject(Visit visit) {
        return visit.isOperator()
                ? visit.entries().id("company")
                : Optional.of(visit.caller().requireTenant());
    }

    private SalesFilter filter() {
        return Objects.requireNonNull(filter);
    }

    /** Its name; empty when none was chosen. */
    public String seller(Visit visit) {
        return parties.stream()
                .filter(party -> subject(visit).filter(party.id()::equals).isPresent())
                .map(SalesParty::name)
                .findFirst()
                .orElse("");
    }

    public List<Option> sellers() {
        return parties.stream()
                .filter(party -> party.kind().equals("seller"))
                .map(party -> new Option(party.id().toString(), party.name()))
                .toList();
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }

    public LocalDate from() {
        return filter().from();
    }

    public LocalDate to() {
        return filter().to();
    }

    public Instant now() {
        return clock.instant();
    }

    public String currency() {
        return filter().currency();
    }

    public SalesFigures total() {
        return report.total(currency());
    }

    public List<SalesRow> goods() {
        return report.rows();
    }

    public String name(SalesRow row, Visit visit) {
        return SalesWords.name(row, SalesBy.VARIANT, visit);
    }

    /** The same statement as a paper. */
    public String paper(Visit visit) {
        return visit.with("as", "pdf");
    }

    public String back(Visit visit) {
        return "/sales" + visit.with().substring(visit.path().length());
    }
}
