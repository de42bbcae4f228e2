package dev.rialto.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request id did.
 *
 * @param kind opened, captured, voided, refunded or refused
 * @param amount minor units
 * @param reason of a refusal
 */
record Operation(
        String requestId,
        Entry.Kind kind,
        String session,
        long amount,
        @Nullable String reason,
        Instant at) {

    static Operation of(Entry entry) {
        String requestId = entry.requestId() == null ? "" : entry.requestId();
        String reason = entry.kind() == Entry.Kind.REFUSED ? entry.text("reason") : null;
        return new Operation(requestId, entry.kind(), entry.session(), entry.amount(), reason, entry.at());
    }
}
