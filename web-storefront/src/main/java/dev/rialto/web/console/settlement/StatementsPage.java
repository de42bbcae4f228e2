package dev.rialto.web.console.settlement;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesParty;
import dev.rialto.settlement.SettlementPeriod;
import dev.rialto.settlement.Settlements;
import dev.rialto.settlement.StatementFilter;
import dev.rialto.settlement.StatementSummary;
import dev.rialto.settlement.Statements;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settlement statements, the latest first: a seller's own, or all for the mall (A31). */
@Route(
        path = "/settlement/statements",
        view = "statements",
        permission = "settlement.view",
        menu = Section.SETTLEMENT,
        rank = 10)
public class StatementsPage implements ConsolePage {
    private static final int PAGE = 50;

    private final Statements statements;
    private final Settlements settlements;
    private final Sales sales;
    private Page<StatementSummary> found = new Page<>(List.of(), null);
    private List<SettlementPeriod> periods = List.of();
    private List<SalesParty> parties = List.of();

    @Inject
    public StatementsPage(Statements statements, Settlements settlements, Sales sales) {
        this.statements = statements;
        this.settlements = settlements;
        this.sales = sales;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return new Outcome.Send("statements.csv", "text/csv; charset=utf-8", csv(visit));
        }
        periods = settlements.periods(visit.caller());
        parties = sales.parties(visit.caller());
        found = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<StatementSummary> read(Visit visit, @Nullable String after, int limit) {
        StatementFilter filter = visit.isReturned()
                ? new StatementFilter(null, null, null, null, null, limit)
                : new StatementFilter(
                        id(visit, "company"),
                        id(visit, "shop"),
                        id(visit, "period"),
                        visit.entries().optional("q").orElse(null),
                        after,
                        limit);
        if (!visit.isReturned()) {
            visit.entries().raise();
        }
        return statements.list(visit.caller(), filter);
    }

    private static @Nullable UUID id(Visit visit, String name) {
        return visit.entries().id(name).orElse(null);
    }

    private byte[] csv(Visit visit) {
        CsvFile file = new CsvFile("number", "from", "to", "seller", "shop", "currency", "opening", "total", "closing");
        file.addAll(after -> read(visit, after, CsvFile.PAGE), (StatementSummary each) -> add(file, each));
        return file.bytes();
    }

    private static void add(CsvFile file, StatementSummary each) {
        file.add(
                each.number(),
                each.fromOn().toString(),
                each.lastOn().toString(),
                each.sellerName(),
                each.siteName(),
                each.currency(),
                plain(each.opening(), each),
                plain(each.total(), each),
                plain(each.closing(), each));
    }

    private static String plain(long minor, StatementSummary of) {
        return new Money(minor, of.currency()).toDecimal().toPlainString();
    }

    public Page<StatementSummary> statements() {
        return found;
    }

    public String path(StatementSummary statement) {
        return "/settlement/statements/" + Ids.external("statement", statement.id());
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("company") + visit.query("shop") + visit.query("period") + visit.query("q")).isEmpty();
    }

    public List<Option> periods(Visit visit) {
        return periods.stream()
                .map(period -> new Option(
                        period.id().toString(),
                        visit.show().date(period.fromOn()) + " – "
                                + visit.show().date(period.lastOn())))
                .toList();
    }

    public List<Option> parties(String kind) {
        return parties.stream()
                .filter(party -> party.kind().equals(kind))
                .map(party -> new Option(party.id().toString(), party.name()))
                .toList();
    }
}
