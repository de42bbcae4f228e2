package dev.rialto.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is on hand. Nobody alters it afterwards.
 *
 * @param kind receipt, sale, return, correction or count
 * @param quantity units, below 0 when they left
 * @param accountId who did it, if a person did
 */
public record StockMovement(
        UUID id,
        UUID variantId,
        String kind,
        long quantity,
        @Nullable String reason,
        @Nullable UUID orderId,
        @Nullable UUID accountId,
        Instant at) {}
