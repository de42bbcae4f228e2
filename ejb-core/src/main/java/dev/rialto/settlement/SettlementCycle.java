package dev.rialto.settlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long periods are. */
public enum SettlementCycle {
    /** Monday to Sunday. */
    WEEK,
    /** To the 15th, and to the end of the month. */
    HALF_MONTH,
    MONTH;

    private static final int SECOND_HALF = 16;

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SettlementCycle ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The first day of the period that has this day. */
    LocalDate begin(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case HALF_MONTH -> day.withDayOfMonth(day.getDayOfMonth() < SECOND_HALF ? 1 : SECOND_HALF);
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day after the period that has this day. */
    LocalDate end(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case HALF_MONTH ->
                day.getDayOfMonth() < SECOND_HALF
                        ? day.withDayOfMonth(SECOND_HALF)
                        : day.with(TemporalAdjusters.firstDayOfNextMonth());
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }
}
