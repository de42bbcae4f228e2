package dev.rialto.web.console.sales;

import dev.rialto.kernel.Money;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesReport;
import dev.rialto.web.console.Visit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A view of sales as rows of cells: texts and numbers, the grand total last. */
record SalesTable(List<String> heads, List<List<Object>> rows) {
    private static final List<String> COLUMNS =
            List.of("orders", "units", "gross", "discount", "delivery", "refunded", "total", "tax", "net", "before");

    static SalesTable of(SalesReport report, SalesBy by, String currency, Visit visit) {
        List<String> heads = new ArrayList<>(List.of(visit.say("sales.group"), visit.say("sales.detail")));
        COLUMNS.forEach(column -> heads.add(visit.say("sales." + column)));
        heads.add(visit.say("sales.currency"));
        List<List<Object>> rows = new ArrayList<>();
        report.rows().forEach(row -> rows.add(cells(SalesWords.name(row, by, visit), row.detail(), row.figures())));
        rows.add(cells(visit.say("sales.grand-total"), "", report.total(currency)));
        return new SalesTable(List.copyOf(heads), List.copyOf(rows));
    }

    private static List<Object> cells(String name, String detail, SalesFigures figures) {
        Stream<Object> amounts = Stream.of(
                        figures.gross(),
                        figures.discount(),
                        figures.delivery(),
                        figures.refunded(),
                        figures.total(),
                        figures.tax(),
                        figures.net(),
                        figures.before())
                .map(minor -> new Money(minor, figures.currency()).toDecimal());
        Stream<Object> counts = Stream.of(figures.orders(), figures.units()).map(BigDecimal::valueOf);
        return Stream.of(Stream.<Object>of(name, detail), counts, amounts, Stream.<Object>of(figures.currency()))
                .flatMap(cells -> cells)
                .toList();
    }
}
