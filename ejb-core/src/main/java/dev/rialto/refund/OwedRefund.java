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
 * @param askedBy the name of who asked, when it was staff that the caller may know
 * @param decision of the second person; null when none was asked or none has decided
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
        @Nullable String askedBy,
        Instant createdAt,
        @Nullable Decision decision,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt,
        @Nullable String note,
        long version) {

    /**
     * What a second person decided.
     *
     * @param name when the caller may know it
     * @param note the reason of a refusal, or what was said with the approval
     */
    public record Decision(
            @Nullable UUID by,
            @Nullable String name,
            Instant at,
            @Nullable String note) {}
}
