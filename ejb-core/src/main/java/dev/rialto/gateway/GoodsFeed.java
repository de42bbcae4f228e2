package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Keyset;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seller's goods in the order in which they changed; what was deleted stays in it as a tombstone. */
@Stateless
@Boundary
public class GoodsFeed {
    /** What changed within the last moment may still be joined by a change of the same moment. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private Database database;
    private Clock clock;

    @Inject
    public GoodsFeed(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsFeed() {}

    /**
     * Goods that changed.
     *
     * @param handle the seller's own name for them
     * @param state draft, on_sale, withdrawn or deleted
     */
    public record Change(
            UUID id, String slug, @Nullable String handle, String state, long version, Instant changedAt) {}

    /**
     * The changes after a place, oldest first.
     *
     * @param caller the seller's program; it sees its own goods only
     * @throws dev.rialto.kernel.DomainException the permission {@code goods.view} is missing
     */
    public List<Change> after(Caller caller, Keyset place, int limit) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        return database.sql()
                .createQuery("""
                        select id, slug, import_handle as handle, state, version, updated_at as changed_at
                        from goods
                        where tenant_id = :tenant and updated_at < :settled
                          and (:at::timestamptz is null or (updated_at, id) > (:at, :id::uuid))
                        order by updated_at, id limit :limit
                        """)
                .bind("tenant", caller.requireTenant())
                .bind("settled", clock.instant().minus(SETTLED))
                .bind("at", place.at())
                .bind("id", place.id())
                .bind("limit", limit)
                .mapTo(Change.class)
                .list();
    }
}
