package dev.rialto.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement as the log shows it.
 *
 * @param kind receipt, sale, return, correction or count
 * @param quantity units, below 0 when they left
 * @param after units present afterwards
 * @param reason why, in the words of who did it
 * @param orderNumber of the order it belongs to
 * @param person who did it; null for the mall's own work and for people the caller does not know
 */
public record LoggedMovement(
        UUID id,
        UUID variantId,
        String sellerName,
        String title,
        String variantTitle,
        @Nullable String sku,
        String kind,
        long quantity,
        long after,
        @Nullable String reason,
        @Nullable String orderNumber,
        @Nullable String person,
        Instant at) {

    /** Units present before. */
    public long before() {
        return after - quantity;
    }
}
