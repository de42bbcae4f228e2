package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Counts tries in a window; the count stays even when the caller's own transaction rolls back. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Throttle {
    private Tries tries;
    private Database database;
    private Clock clock;

    @Inject
    public Throttle(Tries tries, Database database, Clock clock) {
        this.tries = tries;
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Throttle() {}

    /**
     * Counts one try.
     *
     * @param caller a worker
     * @param key what is tried, e.g. {@code sign-in:203.0.113.9}
     * @return the tries in the current window, this one included
     */
    public int count(Caller caller, String key, Duration window) {
        return tries.count(List.of(key), window).get(0).tries();
    }

    /** Forgets the tries of a key, after a success. */
    public void forget(Caller caller, String key) {
        tries.forget(List.of(key));
    }

    /** Forgets the tries of several things, after a success. */
    public void forgetAll(Caller caller, List<String> keys) {
        tries.forget(keys);
    }

    /** Removes what was tried more than a day ago. */
    public int sweep(Caller caller, int limit) {
        return database.sql()
                .createUpdate("""
                        delete from throttle where key in (
                            select key from throttle where window_start < :before order by window_start limit :limit)
                        """)
                .bind("before", clock.instant().minus(Duration.ofDays(1)))
                .bind("limit", limit)
                .execute();
    }
}
