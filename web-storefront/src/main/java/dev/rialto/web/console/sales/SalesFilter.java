package dev.rialto.web.console.sales;

import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesQuery;
import dev.rialto.web.console.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What the address asks of the sales module.
 *
 * @param period the stretch of time by name; empty when first and last day were typed
 */
record SalesFilter(SalesTab tab, Optional<Period> period, LocalDate from, LocalDate to, String currency) {

    /** Reads the address; what cannot be read is refused by field, and then the last days are shown instead. */
    static SalesFilter of(Visit visit, LocalDate today) {
        Optional<Period> named = Period.of(visit.query("period"));
        boolean typed = !visit.isReturned() && named.isEmpty() && !(visit.query("from") + visit.query("to")).isEmpty();
        Period period = named.orElse(Period.MONTH);
        LocalDate from = typed ? day(visit, "from", today) : period.from(today);
        LocalDate to = typed ? day(visit, "to", today) : period.to(today);
        if (!visit.isReturned()) {
            visit.entries().raise();
        }
        return new SalesFilter(
                SalesTab.of(visit), typed ? Optional.empty() : Optional.of(period), from, to, currency(visit));
    }

    private static LocalDate day(Visit visit, String name, LocalDate today) {
        try {
            return visit.entries().optional(name).map(LocalDate::parse).orElse(today);
        } catch (DateTimeException e) {
            visit.entries().check(false, name, "not_date");
            return today;
        }
    }

    private static String currency(Visit visit) {
        String wanted = visit.query("currency");
        return wanted.matches("[A-Z]{3}") ? wanted : visit.house().currencies().get(0);
    }

    SalesQuery query(Visit visit, SalesQuery.Rows page) {
        return new SalesQuery(by(visit), from, to, currency, narrowing(visit), visit.language(), page);
    }

    /** Long stretches of time are shown by month unless somebody asks for something else. */
    SalesBy by(Visit visit) {
        boolean isLong = tab == SalesTab.PERIOD
                && visit.query("step").isEmpty()
                && from.plusDays(92).isBefore(to);
        return isLong ? SalesBy.MONTH : tab.by(visit);
    }

    private static SalesQuery.Narrowing narrowing(Visit visit) {
        if (visit.isReturned()) {
            return SalesQuery.Narrowing.NONE;
        }
        SalesQuery.Narrowing narrowing =
                new SalesQuery.Narrowing(id(visit, "company"), id(visit, "shop"), id(visit, "goods"));
        visit.entries().raise();
        return narrowing;
    }

    private static @org.jspecify.annotations.Nullable UUID id(Visit visit, String name) {
        return visit.entries().id(name).orElse(null);
    }
}
