package dev.rialto.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies of what was read from the shelf. Each is handed out again only after the database has said that no transaction
 * which touched that shelf has ended since the copy was read: nobody ever sees a price, a text or a stock that is no
 * longer so. That question is much cheaper than the read, and the copy is the same object each time.
 */
@ApplicationScoped
public class Copies {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    /** About half a kilobyte each. */
    private static final long MOST_ROWS = 120_000;

    private static final int ROWS_OF_ONE = 4;

    private static final String UNCHANGED = """
            select not exists (
                select from shelf_change
                where xid >= pg_snapshot_xmin(:snapshot::pg_snapshot)
                  and not pg_visible_in_snapshot(xid, :snapshot::pg_snapshot) %s)
            """;
    private static final String OF_THE_MALL = UNCHANGED.formatted("");
    private static final String OF_A_TENANT =
            UNCHANGED.formatted("and tenant_id in (:tenant::uuid, '00000000-0000-0000-0000-000000000000')");

    private final Reads reads;
    private final Clock clock;
    private final Cache<Key, Kept> kept;

    @Inject
    public Copies(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(GOOD_FOR)
                .maximumWeight(MOST_ROWS)
                .<Key, Kept>weigher((key, copy) -> ROWS_OF_ONE + copy.taken().rows())
                .build();
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Copies() {
        this.reads = null;
        this.clock = null;
        this.kept = null;
    }

    /**
     * What was read, and how to tell whether it is still so.
     *
     * @param value null when there is no such thing
     * @param snapshot {@code pg_current_snapshot()} of the statement that read it, or of the first of several; null when
     *     the value cannot be kept
     * @param tenant whose shelf it is; null for the mall's, which has everybody's goods
     * @param rows how large it is
     */
    public record Taken<T>(
            @Nullable T value,
            @Nullable String snapshot,
            @Nullable UUID tenant,
            int rows) {}

    private record Key(String role, String tenant, Object asked) {}

    private record Kept(Taken<?> taken, Instant at) {}

    /**
     * A copy that is still so, or what is read now; empty when there is no such thing.
     *
     * @param asked everything that the value depends on besides the shelf; equal questions have equal answers
     */
    public <T> Optional<T> of(Caller caller, Object asked, Class<T> type, Supplier<Taken<T>> read) {
        if (reads.isInTransaction()) {
            // which may have changed the shelf itself, unseen by others
            return Optional.ofNullable(read.get().value());
        }
        Identity identity = Identity.of(caller);
        Key key = new Key(identity.role(), identity.tenant(), asked);
        Kept copy = kept.getIfPresent(key);
        if (copy != null && isOfThisTime(copy) && isUnchanged(caller, copy.taken())) {
            return Optional.ofNullable(type.cast(copy.taken().value()));
        }
        Instant before = clock.instant();
        Taken<T> taken = read.get();
        if (taken.snapshot() != null) {
            kept.put(key, new Kept(taken, before));
        }
        return Optional.ofNullable(taken.value());
    }

    /** Reductions depend on the time, which tests move. */
    private boolean isOfThisTime(Kept copy) {
        Instant now = clock.instant();
        return !now.isBefore(copy.at()) && now.isBefore(copy.at().plus(GOOD_FOR));
    }

    private boolean isUnchanged(Caller caller, Taken<?> taken) {
        String sql = taken.tenant() == null ? OF_THE_MALL : OF_A_TENANT;
        return reads.rows(caller, sql, Boolean.class, query -> {
                    query.bind("snapshot", taken.snapshot());
                    if (taken.tenant() != null) {
                        query.bind("tenant", taken.tenant());
                    }
                })
                .get(0);
    }
}
