package dev.rialto.commission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as people see it; amounts in minor units.
 *
 * @param tenantId its seller; null for every one
 * @param siteId its storefront; null for wherever goods are sold
 * @param categoryId its category; null for all
 * @param categoryName in the language asked for; null for all categories
 * @param currency of its amounts and of the sales it is for; null for all currencies
 * @param validUntil its last day; null when it has no end
 */
public record CommissionRule(
        UUID id,
        String name,
        @Nullable UUID tenantId,
        @Nullable String sellerName,
        @Nullable UUID siteId,
        @Nullable String siteName,
        @Nullable UUID categoryId,
        @Nullable String categoryName,
        @Nullable String currency,
        int rateBp,
        long fixedMinor,
        @Nullable Long floorMinor,
        @Nullable Long capMinor,
        int taxBp,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant createdAt,
        long version) {

    /** Where the rule stands on a day. */
    public enum State {
        FUTURE,
        CURRENT,
        ENDED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State on(LocalDate day) {
        if (validFrom.isAfter(day)) {
            return State.FUTURE;
        }
        return validUntil != null && validUntil.isBefore(day) ? State.ENDED : State.CURRENT;
    }

    /** What it makes of a sale. */
    public CommissionTerms terms() {
        return new CommissionTerms(id, name, rateBp, fixedMinor, floorMinor, capMinor, taxBp);
    }
}
