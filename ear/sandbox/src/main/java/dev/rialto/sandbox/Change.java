package dev.rialto.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A merchant's request to capture, void or refund.
 *
 * @param requestId acts once
 * @param amount minor units; without it, all that is left
 */
record Change(@Nullable String requestId, @Nullable Long amount) {
    private static final int LONGEST = 200;

    String checkedRequestId() {
        if (requestId == null || requestId.isBlank() || requestId.length() > LONGEST) {
            throw new Refusal(422, "invalid", "request_id", "request_id must be 1 to " + LONGEST + " characters");
        }
        return requestId;
    }

    long amountOf(Session session, Entry.Kind kind) {
        if (amount != null) {
            return amount;
        }
        return switch (kind) {
            case CAPTURED -> session.capturable();
            case REFUNDED -> session.refundable();
            default -> session.amount();
        };
    }
}
