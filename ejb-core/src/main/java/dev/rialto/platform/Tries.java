package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Counts tries in the running transaction, which acts as a worker and has to be committed; {@link Throttle} sees to that. */
@ApplicationScoped
public class Tries {
    private final MasterKey master;
    private final Database database;
    private final Clock clock;

    @Inject
    public Tries(MasterKey master, Database database, Clock clock) {
        this.master = master;
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Tries() {
        this(null, null, null);
    }

    /**
     * How often something was tried.
     *
     * @param until the window ends then, and counting begins anew
     */
    public record Tried(int tries, Instant until) {}

    /**
     * Counts one try of several things at once, in one statement.
     *
     * @param keys what is tried, e.g. {@code sign-in:203.0.113.9}
     * @return how often each of them was tried in the current window, this one included; in the order of the keys
     */
    public List<Tried> count(List<String> keys, Duration window) {
        return database.sql()
                .createQuery("""
                        with tried as (
                            insert into throttle as t (key, window_start, tries)
                            select k, :now, 1 from unnest(:keys) k order by k
                            on conflict (key) do update set
                                tries = case when t.window_start > :since then t.tries + 1 else 1 end,
                                window_start = case when t.window_start > :since then t.window_start else :now end
                            returning key, tries, window_start)
                        select t.tries, t.window_start + cast(:window as interval) as until
                        from unnest(:keys) with ordinality k (key, place) join tried t using (key) order by k.place
                        """)
                .bindArray("keys", String.class, stored(keys))
                .bind("now", clock.instant())
                .bind("since", clock.instant().minus(window))
                .bind("window", window.toString())
                .mapTo(Tried.class)
                .list();
    }

    void forget(List<String> keys) {
        database.sql()
                .createUpdate("delete from throttle where key = any(:keys)")
                .bindArray("keys", String.class, stored(keys))
                .execute();
    }

    /** What is tried may name a person's address: only what kind of thing it is can be read. */
    private List<String> stored(List<String> keys) {
        return keys.stream()
                .map(key -> key.substring(0, key.indexOf(':') + 1)
                        + HexFormat.of().formatHex(master.pseudonym("throttle", key.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}
