package dev.rialto.sales;

import java.util.List;

/**
 * One view of sales.
 *
 * @param rows the page of groups
 * @param before the stretches of time before the first day, for comparison; empty in views by other groups
 * @param totals of everything asked for, also beyond the page; one for each currency in which something happened
 * @param more are there groups after this page?
 */
public record SalesReport(List<SalesRow> rows, List<SalesRow> before, List<SalesFigures> totals, boolean more) {
    public SalesReport {
        rows = List.copyOf(rows);
        before = List.copyOf(before);
        totals = List.copyOf(totals);
    }

    /** The grand total in one currency. */
    public SalesFigures total(String currency) {
        return totals.stream()
                .filter(total -> total.currency().equals(currency))
                .findFirst()
                .orElseGet(() -> SalesFigures.none(currency));
    }
}
