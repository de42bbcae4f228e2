package dev.rialto.membership;

import java.time.Duration;
import java.time.Instant;

/**
 * How long one must wait after failures, for the same account from the same address: nothing for the first three, then
 * twice as long each time up to a quarter of an hour; after a day all is forgotten. Others are not slowed, so that nobody locks out a victim.
 */
record SignInDelay(int failures, Instant lastAt) {
    private static final int FREE_FAILURES = 3;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration MEMORY = Duration.ofHours(24);

    /** What is left to wait; zero when the next try may come. */
    Duration leftAt(Instant now) {
        Duration left = Duration.between(now, lastAt.plus(pause()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration pause() {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doubled = Math.min(failures - FREE_FAILURES, 10);
        Duration pause = Duration.ofSeconds(1L << doubled);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
