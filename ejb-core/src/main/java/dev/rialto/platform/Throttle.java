package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Counts tries in a window; the count stays even when the caller's own transaction rolls back. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Throttle {
    private Database database;
    private Clock clock;

    @Inject
    public Throttle(Database database, Clock clock) {
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
        return database.sql()
                .createQuery("""
                        insert into throttle as t (key, window_start, tries) values (:key, :now, 1)
                        on conflict (key) do update set
                            tries = case when t.window_start > :since then t.tries + 1 else 1 end,
                            window_start = case when t.window_start > :since then t.window_start else :now end
                        returning tries
                        """)
                .bind("key", key)
                .bind("now", clock.instant())
                .bind("since", clock.instant().minus(window))
                .mapTo(int.class)
                .one();
    }

    /** Forgets the tries of a key, after a success. */
    public void forget(Caller caller, String key) {
        database.sql().execute("delete from throttle where key = ?", key);
    }
}
