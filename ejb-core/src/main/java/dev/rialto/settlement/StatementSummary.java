package dev.rialto.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A statement in a list; see {@link StatementView}. */
public record StatementSummary(
        UUID id,
        String number,
        LocalDate fromOn,
        LocalDate untilOn,
        String sellerName,
        String siteName,
        String currency,
        long opening,
        long total,
        long closing,
        Instant closedAt) {

    /** Its last day. */
    public LocalDate lastOn() {
        return untilOn.minusDays(1);
    }
}
