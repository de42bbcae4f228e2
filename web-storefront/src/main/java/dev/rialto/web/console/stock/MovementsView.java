package dev.rialto.web.console.stock;

import dev.rialto.stock.MovementFilter;
import dev.rialto.web.console.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the address asks of the log of movements. */
final class MovementsView {
    static final List<String> KINDS = List.of("receipt", "sale", "return", "correction", "count");

    private MovementsView() {}

    static MovementFilter filter(Visit visit, int limit) {
        Instant from = start(visit, "from", 0);
        Instant until = start(visit, "to", 1);
        visit.entries().raise();
        return new MovementFilter(
                null,
                StockView.id(visit, "company"),
                visit.entries().optional("q").orElse(null),
                visit.entries().optional("kind").filter(KINDS::contains).orElse(null),
                from,
                until,
                visit.language(),
                visit.isReturned() ? null : visit.entries().optional("after").orElse(null),
                limit);
    }

    private static @Nullable Instant start(Visit visit, String name, int daysLater) {
        if (visit.isReturned()) {
            return null;
        }
        try {
            return visit.entries()
                    .optional(name)
                    .map(LocalDate::parse)
                    .map(day -> day.plusDays(daysLater)
                            .atStartOfDay(visit.house().zone())
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException e) {
            visit.entries().check(false, name, "not_date");
            return null;
        }
    }
}
