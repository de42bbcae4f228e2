package dev.rialto.trial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order of a sandbox.
 *
 * @param id its part of the test tenant
 * @param total minor units
 */
public record TrialOrder(
        UUID id,
        UUID orderId,
        String number,
        String orderNumber,
        String state,
        @Nullable UUID paymentId,
        long amount,
        String currency,
        long total,
        Instant placedAt,
        boolean returned,
        long version) {

    /** What can be brought about now. */
    public List<TrialEvent> possible() {
        return switch (state) {
            case "awaiting_deposit" -> List.of(TrialEvent.PAY, TrialEvent.LAPSE);
            case "to_ship", "partly_shipped" -> List.of(TrialEvent.SHIP);
            case "shipped" -> List.of(TrialEvent.DELIVER);
            case "delivered" -> returned ? List.of() : List.of(TrialEvent.RETURN);
            default -> List.of();
        };
    }
}
