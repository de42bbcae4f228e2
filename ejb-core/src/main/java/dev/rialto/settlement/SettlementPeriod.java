package dev.rialto.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days.
 *
 * @param untilOn the first day after it
 * @param closedAt null while it is being closed
 * @param statements how many it has
 * @param runId the latest run that closes it; null before there is one
 */
public record SettlementPeriod(
        UUID id,
        LocalDate fromOn,
        LocalDate untilOn,
        @Nullable Instant closedAt,
        long statements,
        @Nullable UUID runId) {

    /** Its last day. */
    public LocalDate lastOn() {
        return untilOn.minusDays(1);
    }
}
