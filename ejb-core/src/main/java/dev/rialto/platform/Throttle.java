package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** Counts tries in a window; the count stays even when the caller's own transaction rolls back. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Throttle {
    private MasterKey master;
    private Database database;
    private Clock clock;

    @Inject
    public Throttle(MasterKey master, Database database, Clock clock) {
        this.master = master;
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
                .bind("key", stored(key))
                .bind("now", clock.instant())
                .bind("since", clock.instant().minus(window))
                .mapTo(int.class)
                .one();
    }

    /**
     * Counts one try of several things at once, in one statement.
     *
     * @return the most tries that one of them has in the current window
     */
    public int countAll(Caller caller, List<String> keys, Duration window) {
        return database.sql()
                .createQuery("""
                        with tried as (
                            insert into throttle as t (key, window_start, tries)
                            select k, :now, 1 from unnest(:keys) k order by k
                            on conflict (key) do update set
                                tries = case when t.window_start > :since then t.tries + 1 else 1 end,
                                window_start = case when t.window_start > :since then t.window_start else :now end
                            returning tries)
                        select max(tries) from tried
                        """)
                .bindArray("keys", String.class, keys.stream().map(this::stored).toList())
                .bind("now", clock.instant())
                .bind("since", clock.instant().minus(window))
                .mapTo(int.class)
                .one();
    }

    /** Forgets the tries of several things, after a success. */
    public void forgetAll(Caller caller, List<String> keys) {
        database.sql()
                .createUpdate("delete from throttle where key = any(:keys)")
                .bindArray("keys", String.class, keys.stream().map(this::stored).toList())
                .execute();
    }

    /** What is tried may name a person's address: only what kind of thing it is can be read. */
    private String stored(String key) {
        byte[] mark = master.pseudonym("throttle", key.getBytes(StandardCharsets.UTF_8));
        return key.substring(0, key.indexOf(':') + 1) + HexFormat.of().formatHex(mark);
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

    /** Forgets the tries of a key, after a success. */
    public void forget(Caller caller, String key) {
        database.sql().execute("delete from throttle where key = ?", stored(key));
    }
}
