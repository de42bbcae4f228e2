package dev.rialto.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When news is tried again, and when an endpoint that keeps failing rests. */
final class Pauses {
    /** News that nobody took for so long is given up, tried or not. */
    static final Duration LONGEST_WAIT = Duration.ofDays(5);

    private static final int FAILURES_BEFORE_REST = 3;
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final List<Duration> BETWEEN_TRIES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private Pauses() {}

    /** When the next try is due; empty after the last. */
    static Optional<Instant> nextTry(Try failed, Instant now) {
        if (failed.attempts() > BETWEEN_TRIES.size()) {
            return Optional.empty();
        }
        Duration usual = BETWEEN_TRIES.get(failed.attempts() - 1);
        Duration wish = Duration.ofSeconds(Math.min(failed.retryAfter(), LONGEST_WISH.toSeconds()));
        return Optional.of(now.plus(usual.compareTo(wish) < 0 ? wish : usual));
    }

    /** Until when an endpoint rests after so many failures in a row; null when it need not. */
    static @Nullable Instant restAfter(int failures, Instant now) {
        if (failures < FAILURES_BEFORE_REST) {
            return null;
        }
        int doublings = Math.min(failures - FAILURES_BEFORE_REST, 10);
        Duration rest = FIRST_REST.multipliedBy(1L << doublings);
        return now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }
}
