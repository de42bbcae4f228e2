package dev.rialto.web.console.chart;

import java.util.List;
import java.util.function.LongFunction;

/**
 * What a chart shows.
 *
 * @param name what the whole chart says, for those who cannot see it
 * @param unit what the numbers are
 * @param columns from left to right, or from top to bottom
 * @param tick writes a number at the axis
 */
public record Series(String name, String unit, List<Column> columns, LongFunction<String> tick) {

    /**
     * One number.
     *
     * @param label below it
     * @param title what it says in words
     * @param value the number
     * @param before the number it is compared with
     */
    public record Column(String label, String title, long value, long before) {}

    public Series {
        columns = List.copyOf(columns);
    }

    /** Is there anything to draw? */
    public boolean isEmpty() {
        return columns.stream().allMatch(column -> column.value() == 0 && column.before() == 0);
    }

    boolean isCompared() {
        return columns.stream().anyMatch(column -> column.before() != 0);
    }

    Scale scale() {
        long highest = columns.stream()
                .mapToLong(column -> Math.max(column.value(), column.before()))
                .max()
                .orElse(0);
        long lowest = columns.stream()
                .mapToLong(column -> Math.min(column.value(), column.before()))
                .min()
                .orElse(0);
        return Scale.of(Math.min(0, lowest), Math.max(0, highest));
    }
}
