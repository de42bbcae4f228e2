package dev.rialto.commission;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are asked for.
 *
 * @param state where they stand today; null for any
 * @param tenantId that hold for this seller; null for all
 * @param today in the mall's zone
 * @param language of category names
 * @param limit rows a page, 1 to 200
 */
public record CommissionFilter(
        CommissionRule.@Nullable State state,
        @Nullable UUID tenantId,
        LocalDate today,
        String language,
        @Nullable String cursor,
        int limit) {}
