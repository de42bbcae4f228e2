package dev.rialto.web.console.sales;

import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesQuery;
import dev.rialto.sales.SalesReport;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

/** A view of sales as a file: all its rows and the grand total (D93). */
@Route(path = "/sales/{file}", view = "sales", permission = "sales.view")
public class SalesFilePage implements ConsolePage {
    private static final int MOST = 100_000;

    private final Sales sales;
    private final Clock clock;

    @Inject
    public SalesFilePage(Sales sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        SalesFilter filter = SalesFilter.of(
                visit, LocalDate.ofInstant(clock.instant(), visit.house().zone()));
        SalesReport report = sales.report(visit.caller(), filter.query(visit, new SalesQuery.Rows(0, MOST)));
        SalesTable table = SalesTable.of(report, filter.by(visit), filter.currency(), visit);
        String name = "sales-" + filter.tab().key() + "-" + filter.from() + "-" + filter.to();
        return switch (visit.variable("file")) {
            case "csv" -> new Outcome.Send(name + ".csv", "text/csv; charset=utf-8", csv(table));
            case "xlsx" ->
                new Outcome.Send(
                        name + ".xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        SalesSheet.of(table, visit.say("page.sales")));
            default -> throw ConsoleError.NO_SUCH_PAGE.now();
        };
    }

    private static byte[] csv(SalesTable table) {
        CsvFile file = new CsvFile(table.heads().toArray(String[]::new));
        table.rows()
                .forEach(row -> file.add(row.stream()
                        .map(cell -> cell instanceof BigDecimal number ? number.toPlainString() : cell.toString())
                        .toArray(String[]::new)));
        return file.bytes();
    }
}
