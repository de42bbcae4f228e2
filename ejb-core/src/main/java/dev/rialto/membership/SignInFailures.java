package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Failed tries to sign in, under keys that name neither account nor address; {@link Sessions} calls it as a worker. */
@Stateless
@Boundary
public class SignInFailures {
    private Database database;
    private Clock clock;

    @Inject
    public SignInFailures(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SignInFailures() {}

    /** How long who tries under a key must wait. */
    public Delay delay(Caller caller, String key) {
        return database.sql()
                .createQuery("select failures, last_at from sign_in_failure where key = :key")
                .bind("key", key)
                .mapTo(Delay.class)
                .findOne()
                .orElse(new Delay(0, Instant.EPOCH));
    }

    /** Notes one failure more; two at once are both counted. */
    public void note(Caller caller, String key) {
        database.sql()
                .createUpdate("""
                    insert into sign_in_failure as f (key, failures, last_at) values (:key, 1, :now)
                    on conflict (key) do update set
                        failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end, last_at = :now
                    """)
                .bind("key", key)
                .bind("now", clock.instant())
                .bind("forgotten", clock.instant().minus(Delay.MEMORY))
                .execute();
    }

    /** Removes failures that are forgotten. */
    public int sweep(Caller caller, int limit) {
        return database.sql()
                .createUpdate("""
                    delete from sign_in_failure where key in (
                        select key from sign_in_failure where last_at < :forgotten order by last_at limit :limit)
                    """)
                .bind("forgotten", clock.instant().minus(Delay.MEMORY))
                .bind("limit", limit)
                .execute();
    }

    /**
     * How long one must wait after failures, for the same account from the same address: nothing for the first three, then
     * twice as long each time up to a quarter of an hour; after a day all is forgotten. Others are not slowed, so that nobody locks out a victim.
     */
    public record Delay(int failures, Instant lastAt) {
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
}
