package dev.rialto.web.console.sales;

import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesRow;
import dev.rialto.web.console.Visit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Names of groups and comparisons in the reader's words. */
final class SalesWords {
    private SalesWords() {}

    /** What a row is called. */
    static String name(SalesRow row, SalesBy by, Visit visit) {
        return switch (by) {
            case DAY -> visit.show().date(LocalDate.parse(row.key()));
            case WEEK -> visit.say("sales.week-of", visit.show().date(LocalDate.parse(row.key())));
            case MONTH -> month(LocalDate.parse(row.key()), visit);
            case GOODS, VARIANT -> row.isDelivery() ? visit.say("sales.delivery-fees") : row.name();
            case COMPANY -> row.name();
            case STOREFRONT -> row.name().isEmpty() ? visit.say("sales.other-shop") : row.name();
        };
    }

    /** The same, as short as it fits below a chart. */
    static String shortName(LocalDate day, SalesBy by, Visit visit) {
        return by == SalesBy.MONTH
                ? month(day, visit)
                : DateTimeFormatter.ofPattern(visit.say("chart.day"), visit.locale())
                        .format(day);
    }

    private static String month(LocalDate first, Visit visit) {
        return DateTimeFormatter.ofPattern(visit.say("chart.month"), visit.locale())
                .format(first);
    }

    /** By how much more or less than before: +12.5%; a dash when there was nothing before. */
    static String change(SalesFigures figures) {
        if (figures.before() <= 0) {
            return "–";
        }
        BigDecimal percent = BigDecimal.valueOf(figures.total() - figures.before())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(figures.before()), 1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
    }

    static String tone(SalesFigures figures) {
        if (figures.before() <= 0 || figures.total() == figures.before()) {
            return "";
        }
        return figures.total() > figures.before() ? "up" : "down";
    }
}
