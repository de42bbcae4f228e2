package dev.rialto.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of background work as people see it.
 *
 * @param parameters what was asked for, as JSON
 * @param total items to do, when known
 * @param done items done, failed ones included
 * @param failed items that could not be done
 * @param checkpoint where a new execution goes on
 * @param result what came of it, as JSON
 * @param message why it failed
 */
public record JobRunView(
        UUID id,
        String job,
        @Nullable UUID tenantId,
        String parameters,
        State state,
        boolean cancelRequested,
        @Nullable Long total,
        long done,
        long failed,
        @Nullable String checkpoint,
        @Nullable String result,
        @Nullable String message,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where a run stands. */
    public enum State {
        REQUESTED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != REQUESTED && this != RUNNING;
        }

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Percent done, 0 to 100; 0 while the total is unknown. */
    public int percent() {
        return total == null || total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
