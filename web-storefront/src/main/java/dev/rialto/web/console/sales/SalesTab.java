package dev.rialto.web.console.sales;

import dev.rialto.sales.SalesBy;
import dev.rialto.web.console.Visit;
import java.util.Arrays;
import java.util.Locale;

/** The views of the sales module. */
enum SalesTab {
    PERIOD,
    COMPANY,
    GOODS,
    STOREFRONT;

    /** As it stands in the address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SalesTab of(Visit visit) {
        return Arrays.stream(values())
                .filter(tab -> tab.key().equals(visit.query("by")))
                .findFirst()
                .orElse(PERIOD);
    }

    SalesBy by(Visit visit) {
        return switch (this) {
            case COMPANY -> SalesBy.COMPANY;
            case STOREFRONT -> SalesBy.STOREFRONT;
            case GOODS -> visit.query("variants").isEmpty() ? SalesBy.GOODS : SalesBy.VARIANT;
            case PERIOD ->
                switch (visit.query("step")) {
                    case "week" -> SalesBy.WEEK;
                    case "month" -> SalesBy.MONTH;
                    default -> SalesBy.DAY;
                };
        };
    }
}
