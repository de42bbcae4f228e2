package dev.rialto.refund;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund that is owed or was paid.
 *
 * @param number of the part it is for
 * @param method card or deposit
 * @param requestedBy null for the buyer's or the mall's own doing
 * @param note what staff said when they paid it by hand
 */
public record OwedRefund(
        UUID id,
        UUID orderId,
        UUID subOrderId,
        String number,
        String sellerName,
        String method,
        RefundKind kind,
        Money amount,
        OwedState state,
        String reason,
        @Nullable UUID requestedBy,
        Instant createdAt,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt,
        @Nullable String note,
        long version) {}
