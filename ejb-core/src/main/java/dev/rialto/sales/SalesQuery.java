package dev.rialto.sales;

import dev.rialto.kernel.Violations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sales are asked for.
 *
 * @param from first day, in the mall's zone
 * @param to last day, itself included
 * @param currency the currency of the rows; totals come in all
 * @param narrowing which seller, site and goods
 * @param language of the names
 * @param page which page of the rows; stretches of time come all at once
 */
public record SalesQuery(
        SalesBy by, LocalDate from, LocalDate to, String currency, Narrowing narrowing, String language, Rows page) {
    private static final long MOST_DAYS = 3_660;
    private static final long MOST_SINGLE_DAYS = 400;
    static final int MOST_ROWS = 100_000;

    /**
     * Only some sales.
     *
     * @param tenantId one seller's only
     * @param siteId of one site only
     * @param goodsId of these goods only, without delivery
     */
    public record Narrowing(
            @Nullable UUID tenantId,
            @Nullable UUID siteId,
            @Nullable UUID goodsId) {
        public static final Narrowing NONE = new Narrowing(null, null, null);
    }

    /** A page of rows: how many are left out before it, and how many it has. */
    public record Rows(int skipped, int limit) {
        public Rows {
            if (skipped < 0 || limit < 1 || limit > MOST_ROWS) {
                throw new IllegalArgumentException("no such page: " + skipped + ", " + limit);
            }
        }
    }

    /** How many days it spans. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The first day of the stretch of the same length just before. */
    public LocalDate before() {
        return from.minusDays(days());
    }

    void check() {
        new Violations()
                .check(!to.isBefore(from), "to", "before_from")
                .check(days() <= MOST_DAYS, "to", "too_many_days", MOST_DAYS)
                .check(
                        by != SalesBy.DAY || days() <= MOST_SINGLE_DAYS || days() > MOST_DAYS,
                        "to",
                        "too_many_days",
                        MOST_SINGLE_DAYS)
                .check(from.getYear() >= 2000 && to.getYear() <= 2200, "from", "out_of_range", 2000, 2200)
                .raise(SalesError.INVALID_PERIOD);
    }
}
