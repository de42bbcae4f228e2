package dev.rialto.web.console.sales;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stretches of time that people ask for by name; each ends at its last day. */
enum Period {
    TODAY(day -> day, day -> day),
    YESTERDAY(day -> day.minusDays(1), day -> day.minusDays(1)),
    WEEK(day -> day.minusDays(6), day -> day),
    MONTH(day -> day.minusDays(29), day -> day),
    THIS_MONTH(day -> day.withDayOfMonth(1), day -> day),
    LAST_MONTH(day -> day.minusMonths(1).withDayOfMonth(1), day -> day.minusMonths(1)
            .with(TemporalAdjusters.lastDayOfMonth())),
    THIS_YEAR(day -> day.withDayOfYear(1), day -> day);

    private final UnaryOperator<LocalDate> first;
    private final UnaryOperator<LocalDate> last;

    Period(UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> last) {
        this.first = first;
        this.last = last;
    }

    /** As it stands in the address. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LocalDate from(LocalDate today) {
        return first.apply(today);
    }

    LocalDate to(LocalDate today) {
        return last.apply(today);
    }

    static Optional<Period> of(String key) {
        return Arrays.stream(values())
                .filter(period -> period.key().equals(key))
                .findFirst();
    }
}
