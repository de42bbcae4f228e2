package dev.rialto.audience;

import dev.rialto.kernel.Violations;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a segment; null does not matter. What they bought counts when it is paid, in the last days before now.
 *
 * @param gender as in {@link AudienceFilter}
 * @param region as in {@link AudienceFilter}
 * @param age as in {@link AudienceFilter}
 * @param occupation as in {@link AudienceFilter}
 * @param days how many days back orders count; null for ever
 * @param leastOrders paid orders at least
 * @param currency of the amount
 * @param leastAmount minor units at least
 * @param newsOnly only those who agreed to news
 * @param category counts only orders with goods of this category or one below it
 */
public record SegmentCriteria(
        @Nullable String gender,
        @Nullable String region,
        @Nullable String age,
        @Nullable String occupation,
        @Nullable Integer days,
        @Nullable Integer leastOrders,
        @Nullable String currency,
        @Nullable Long leastAmount,
        boolean newsOnly,
        @Nullable UUID category) {

    /** Everybody. */
    public static SegmentCriteria none() {
        return new SegmentCriteria(null, null, null, null, null, null, null, null, false, null);
    }

    AudienceFilter filter() {
        return new AudienceFilter(null, gender, region, age, occupation, null, 1);
    }

    boolean asksForOrders() {
        return leastOrders != null || leastAmount != null || category != null;
    }

    Choice check(LocalDate today) {
        Choice choice = Choice.of(filter(), today);
        new Violations()
                .check(days == null || (days >= 1 && days <= 3650), "days", "out_of_range", 1, 3650)
                .check(leastOrders == null || leastOrders >= 1, "leastOrders", "not_positive")
                .check(leastAmount == null || leastAmount >= 1, "leastAmount", "not_positive")
                .check(
                        leastAmount == null || (currency != null && currency.matches("[A-Z]{3}")),
                        "currency",
                        "required")
                .raise(AudienceError.INVALID_SEGMENT);
        return choice;
    }
}
