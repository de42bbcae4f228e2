package dev.rialto.web.console.home;

import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesReport;
import java.util.List;
import java.util.TreeSet;

/** What was sold today in one currency, against the same day of last week. */
public record Revenue(SalesFigures today, SalesFigures weekAgo) {

    /** One for each currency in which something happened, the mall's first currency at least. */
    static List<Revenue> of(SalesReport today, SalesReport weekAgo, String currency) {
        TreeSet<String> currencies = new TreeSet<>();
        currencies.add(currency);
        today.totals().forEach(total -> currencies.add(total.currency()));
        return currencies.stream()
                .map(one -> new Revenue(today.total(one), weekAgo.total(one)))
                .toList();
    }

    public String tone() {
        return today.total() == weekAgo.total() ? "" : today.total() > weekAgo.total() ? "up" : "down";
    }
}
