package dev.rialto.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What transactions have changed of the shelf, as far as the database has told this unit. Each answer of the database
 * that tells of changes has a number, and what it tells of keeps that number. All who ask at the same time share one
 * question, as long as it was put after they asked.
 */
@ApplicationScoped
class ShelfNotes {
    /** Stands for every tenant, and for all goods of a tenant. */
    private static final UUID ALL = new UUID(0, 0);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Caller ANYBODY = Caller.anonymous("shelf");
    private static final String SINCE = """
            select now.snapshot, c.tenant_id, c.goods_id
            from (select pg_current_snapshot()::text as snapshot) now
            left join shelf_change c on c.xid >= pg_snapshot_xmin(:since::pg_snapshot)
                                    and not pg_visible_in_snapshot(c.xid, :since::pg_snapshot)
            """;

    private final Reads reads;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private volatile long answered;
    private volatile long number;
    private volatile @Nullable String snapshot;
    private final Cache<UUID, Long> ofGoods = remembered();
    private final Cache<UUID, Long> ofShelf = remembered();
    private final Cache<UUID, Long> ofWholeShelf = remembered();

    @Inject
    ShelfNotes(Reads reads) {
        this.reads = reads;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ShelfNotes() {
        this(null);
    }

    /** Twice as long as any copy, so that a copy that took long to read does not outlive the note that ends it. */
    private static Cache<UUID, Long> remembered() {
        return Caffeine.newBuilder()
                .expireAfterWrite(Copies.GOOD_FOR.multipliedBy(2))
                .build();
    }

    private record Note(
            String snapshot,
            @Nullable UUID tenantId,
            @Nullable UUID goodsId) {}

    /**
     * The number that a copy bears which is read from now on. What had ended before is in it; what ends later will bear
     * a higher one.
     */
    long number() {
        if (snapshot == null) {
            refresh();
        }
        return number;
    }

    /**
     * Learns of everything that had ended when this was called.
     *
     * @return false when the database could not be asked in time
     */
    boolean refresh() {
        long before = begun.get();
        try {
            if (!asking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (answered <= before) {
                ask();
            }
            return true;
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        long question = begun.incrementAndGet();
        String since = snapshot;
        List<Note> notes = reads.rows(ANYBODY, SINCE, Note.class, query -> query.bind("since", since));
        if (notes.get(0).tenantId() != null) {
            keep(notes, number + 1);
        }
        snapshot = notes.get(0).snapshot();
        answered = question;
    }

    private void keep(List<Note> notes, long next) {
        for (Note note : notes) {
            UUID tenant = note.tenantId();
            UUID goods = note.goodsId();
            if (tenant != null && goods != null) {
                ofShelf.put(tenant, next);
                if (goods.equals(ALL)) {
                    ofWholeShelf.put(tenant, next);
                } else {
                    ofGoods.put(goods, next);
                }
            }
        }
        number = next;
    }

    /** Is this place still as it was when a copy with this number was read? */
    boolean isUnchanged(Copies.Place place, long since) {
        UUID goods = place.goods();
        UUID tenant = place.tenant();
        if (tenant == null) {
            return number <= since;
        }
        return isUnchanged(ofShelf, ALL, since)
                && (goods == null
                        ? isUnchanged(ofShelf, tenant, since)
                        : isUnchanged(ofWholeShelf, tenant, since) && isUnchanged(ofGoods, goods, since));
    }

    private static boolean isUnchanged(Cache<UUID, Long> notes, UUID what, long since) {
        Long latest = notes.getIfPresent(what);
        return latest == null || latest <= since;
    }
}
