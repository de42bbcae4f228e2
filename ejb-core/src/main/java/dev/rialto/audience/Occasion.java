package dev.rialto.audience;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Locale;

/** What is kept once a year. */
public enum Occasion {
    BIRTHDAY("birthday", "birth_date"),
    WEDDING("wedding_day", "wedding_on");

    private final String dayColumn;
    private final String dateColumn;

    Occasion(String dayColumn, String dateColumn) {
        this.dayColumn = dayColumn;
        this.dateColumn = dateColumn;
    }

    String dayColumn() {
        return dayColumn;
    }

    String dateColumn() {
        return dateColumn;
    }

    /** As it is stored, and as its texts are named. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The days of the year that are kept on a date, as month times 100 plus day: 29 February is kept on the 28th without one. */
    static List<Integer> daysKeptOn(LocalDate date) {
        int day = date.getMonthValue() * 100 + date.getDayOfMonth();
        boolean standsIn = MonthDay.from(date).equals(MonthDay.of(2, 28)) && !Year.isLeap(date.getYear());
        return standsIn ? List.of(day, 229) : List.of(day);
    }
}
