package dev.rialto.web.console.sales;

import dev.rialto.kernel.Money;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesReport;
import dev.rialto.sales.SalesRow;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.chart.Series;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a report into what a chart shows. */
public final class SalesChart {
    private static final int MOST_BARS = 10;

    private final SalesBy by;
    private final String currency;
    private final Visit visit;

    public SalesChart(SalesBy by, String currency, Visit visit) {
        this.by = by;
        this.currency = currency;
        this.visit = visit;
    }

    /** Every stretch of time from first to last day, also those in which nothing was sold, beside the ones before. */
    public Series overTime(SalesReport report, LocalDate from, LocalDate to) {
        List<LocalDate> now = starts(from, to);
        List<LocalDate> then =
                starts(from.minusDays(from.until(to, java.time.temporal.ChronoUnit.DAYS) + 1), from.minusDays(1));
        Map<String, Long> totals =
                byKey(report.rows().stream(), row -> row.figures().total());
        Map<String, Long> before =
                byKey(Stream.concat(report.before().stream(), report.rows().stream()), row -> row.figures()
                        .before());
        List<Series.Column> columns = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            long value = totals.getOrDefault(now.get(i).toString(), 0L);
            long earlier = i < then.size() ? before.getOrDefault(then.get(i).toString(), 0L) : 0;
            String name = SalesWords.shortName(now.get(i), by, visit);
            columns.add(new Series.Column(name, name + ": " + money(value), value, earlier));
        }
        return series(columns);
    }

    /** The largest groups. */
    Series largest(SalesReport report) {
        return series(report.rows().stream()
                .limit(MOST_BARS)
                .map(row ->
                        column(SalesWords.name(row, by, visit), row.figures().total()))
                .toList());
    }

    private Series.Column column(String name, long total) {
        return new Series.Column(name, name + ": " + money(total), total, 0);
    }

    private Series series(List<Series.Column> columns) {
        return new Series(visit.say("sales.chart", currency), visit.say("sales.unit", currency), columns, ticks());
    }

    private List<LocalDate> starts(LocalDate from, LocalDate to) {
        LocalDate first =
                switch (by) {
                    case WEEK -> from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> from.withDayOfMonth(1);
                    default -> from;
                };
        return Stream.iterate(first, day -> !day.isAfter(to), day -> switch (by) {
                    case WEEK -> day.plusWeeks(1);
                    case MONTH -> day.plusMonths(1);
                    default -> day.plusDays(1);
                })
                .toList();
    }

    private static Map<String, Long> byKey(Stream<SalesRow> rows, ToLongFunction<SalesRow> amount) {
        return rows.collect(Collectors.toMap(SalesRow::key, amount::applyAsLong, Long::sum));
    }

    private LongFunction<String> ticks() {
        NumberFormat format = NumberFormat.getCompactNumberInstance(visit.locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return minor -> format.format(new Money(minor, currency).toDecimal());
    }

    private String money(long minor) {
        return visit.show().money(minor, currency);
    }
}
