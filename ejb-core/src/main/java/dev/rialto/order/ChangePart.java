package dev.rialto.order;

import dev.rialto.kernel.Violations;
import java.util.UUID;

/**
 * What staff do to a seller's part of an order, and why.
 *
 * @param reason for the timeline and the buyer's mail
 * @param version of the part that was read
 */
public record ChangePart(UUID subOrderId, String reason, long version) {
    static final int LONGEST_REASON = 500;

    public ChangePart {
        reason = reason.strip();
    }

    void check() {
        new Violations().text("reason", reason, LONGEST_REASON).raise(OrderError.ORDER_INVALID);
    }
}
