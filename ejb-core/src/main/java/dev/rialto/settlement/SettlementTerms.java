package dev.rialto.settlement;

import dev.rialto.kernel.Violations;

/**
 * How the mall settles.
 *
 * @param automatic true when a period is closed by itself on the day after its last
 * @param reserveBp what is kept of a period, in basis points
 * @param reserveDays for how many days after the period
 */
public record SettlementTerms(SettlementCycle cycle, boolean automatic, int reserveBp, int reserveDays, long version) {

    void check() {
        new Violations()
                .check(reserveBp >= 0 && reserveBp <= 10_000, "reserve", "out_of_range", 0, 100)
                .check(reserveDays >= 1 && reserveDays <= 365, "reserveDays", "out_of_range", 1, 365)
                .raise(SettlementError.SETTLEMENT_INVALID);
    }
}
