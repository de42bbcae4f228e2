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
 * which touched what it shows has ended since the copy was read: nobody ever sees a price, a text or a stock that is no
 * longer so. That question is much cheaper than the read, and the copy is the same object each time.
 */
@ApplicationScoped
public class Copies {
    static final Duration GOOD_FOR = Duration.ofMinutes(30);
    /** About half a kilobyte each. */
    private static final long MOST_ROWS = 120_000;

    private static final int ROWS_OF_ONE = 4;

    private final Reads reads;
    private final ShelfNotes notes;
    private final Clock clock;
    private final Cache<Key, Kept> kept;

    @Inject
    public Copies(Reads reads, ShelfNotes notes, Clock clock) {
        this.reads = reads;
        this.notes = notes;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(GOOD_FOR)
                .maximumWeight(MOST_ROWS)
                .<Key, Kept>weigher((key, copy) -> ROWS_OF_ONE + copy.rows())
                .build();
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Copies() {
        this.reads = null;
        this.notes = null;
        this.clock = null;
        this.kept = null;
    }

    /**
     * What a value shows, and so what must not have changed.
     *
     * @param goods a single product; null for a list
     * @param tenant whose shelf or product it is; null for the mall's shelf, which has everybody's goods
     */
    public record Place(@Nullable UUID goods, @Nullable UUID tenant) {}

    /**
     * What was read.
     *
     * @param value null when there is no such thing
     * @param place null when the value cannot be kept
     * @param rows how large it is
     */
    public record Taken<T>(@Nullable T value, @Nullable Place place, int rows) {
        /** There is no such thing, and it may come at any time. */
        public static <T> Taken<T> nothing() {
            return new Taken<>(null, null, 0);
        }
    }

    private record Key(String role, String tenant, Object asked) {}

    private record Kept(@Nullable Object value, int rows, Place place, long number, Instant at) {}

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
        if (copy != null && isOfThisTime(copy) && notes.refresh() && notes.isUnchanged(copy.place(), copy.number())) {
            return Optional.ofNullable(type.cast(copy.value()));
        }
        Instant before = clock.instant();
        long number = notes.number();
        Taken<T> taken = read.get();
        if (taken.place() != null) {
            kept.put(key, new Kept(taken.value(), taken.rows(), taken.place(), number, before));
        }
        return Optional.ofNullable(taken.value());
    }

    /** Reductions depend on the time, which tests move. */
    private boolean isOfThisTime(Kept copy) {
        Instant now = clock.instant();
        return !now.isBefore(copy.at()) && now.isBefore(copy.at().plus(GOOD_FOR));
    }
}
