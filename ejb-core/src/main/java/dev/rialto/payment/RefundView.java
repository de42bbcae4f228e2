package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One refund. */
public record RefundView(
        UUID id,
        UUID paymentId,
        UUID orderId,
        @Nullable UUID subOrderId,
        Money amount,
        RefundState state,
        String reason,
        Instant requestedAt,
        @Nullable Instant settledAt) {}
