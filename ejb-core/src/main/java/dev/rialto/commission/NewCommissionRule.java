package dev.rialto.commission;

import dev.rialto.kernel.Violations;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule to add; see {@link CommissionRule}.
 *
 * @param validUntil its last day; null for no end
 */
public record NewCommissionRule(
        String name,
        Scope scope,
        int rateBp,
        long fixedMinor,
        @Nullable Long floorMinor,
        @Nullable Long capMinor,
        int taxBp,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    private static final long MOST = 1_000_000_000_000L;

    /** Which sales it is for; null is all. */
    public record Scope(
            @Nullable UUID tenantId,
            @Nullable UUID siteId,
            @Nullable UUID categoryId,
            @Nullable String currency) {}

    public NewCommissionRule {
        name = name.strip();
    }

    /** What it would make of a sale. */
    public CommissionTerms terms() {
        return new CommissionTerms(null, name, rateBp, fixedMinor, floorMinor, capMinor, taxBp);
    }

    void check(LocalDate today) {
        boolean hasAmounts = fixedMinor != 0 || floorMinor != null || capMinor != null;
        new Violations()
                .text("name", name, 100)
                .check(rateBp >= 0 && rateBp <= 10_000, "rate", "out_of_range", 0, 100)
                .check(taxBp >= 0 && taxBp <= 10_000, "feeTax", "out_of_range", 0, 100)
                .check(isAmount(fixedMinor), "fixed", "out_of_range", 0, MOST)
                .check(floorMinor == null || isAmount(floorMinor), "floor", "out_of_range", 0, MOST)
                .check(capMinor == null || isAmount(capMinor), "cap", "out_of_range", 0, MOST)
                .check(capMinor == null || floorMinor == null || capMinor >= floorMinor, "cap", "below_floor")
                .check(scope.currency() != null || !hasAmounts, "currency", "required")
                .check(scope.currency() == null || isCurrency(scope.currency()), "currency", "currency_code")
                .check(!validFrom.isBefore(today), "validFrom", "in_the_past")
                .check(validFrom.getYear() <= 2200, "validFrom", "no_date")
                .check(validUntil == null || !validUntil.isBefore(validFrom), "validUntil", "before_from")
                .raise(CommissionError.COMMISSION_INVALID);
    }

    private static boolean isAmount(long minor) {
        return minor >= 0 && minor <= MOST;
    }

    private static boolean isCurrency(String code) {
        return java.util.Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }
}
