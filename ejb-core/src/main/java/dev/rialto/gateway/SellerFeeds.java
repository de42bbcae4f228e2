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
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A seller's stock and parts of orders in the order in which they changed. */
@Stateless
@Boundary
public class SellerFeeds {
    /** What changed within the last moment may still be joined by a change of the same moment. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private Database database;
    private Clock clock;

    @Inject
    public SellerFeeds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SellerFeeds() {}

    /**
     * Stock of a variant that changed, over all places.
     *
     * @param deleted true when its goods were deleted
     */
    public record StockLine(
            UUID variantId,
            UUID goodsId,
            @Nullable String sku,
            long onHand,
            long held,
            long available,
            boolean deleted,
            Instant changedAt) {}

    /** A part of an order that changed. */
    public record PartLine(UUID id, String number, String state, long version, Instant changedAt) {}

    /**
     * The stock that changed after a place, oldest first.
     *
     * @param caller the seller's program; it sees its own rows only
     * @throws dev.rialto.kernel.DomainException the permission {@code goods.view} is missing
     */
    public List<StockLine> stock(Caller caller, Keyset place, int limit) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        return bound(caller, place, limit, """
                        select s.variant_id, v.goods_id, v.sku, s.on_hand, s.held, s.available,
                               g.state = 'deleted' as deleted, s.changed_at
                        from stock s join variant v on v.id = s.variant_id join goods g on g.id = v.goods_id
                        where s.tenant_id = :tenant and s.changed_at < :settled
                          and (:at::timestamptz is null or (s.changed_at, s.variant_id) > (:at, :id::uuid))
                        order by s.changed_at, s.variant_id limit :limit
                        """).mapTo(StockLine.class).list();
    }

    /**
     * The parts of orders that changed after a place, oldest first.
     *
     * @param caller the seller's program; it sees its own rows only
     * @throws dev.rialto.kernel.DomainException the permission {@code order.view} is missing
     */
    public List<PartLine> parts(Caller caller, Keyset place, int limit) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return bound(caller, place, limit, """
                        select id, number, state, version, changed_at from sub_order
                        where tenant_id = :tenant and changed_at < :settled
                          and (:at::timestamptz is null or (changed_at, id) > (:at, :id::uuid))
                        order by changed_at, id limit :limit
                        """).mapTo(PartLine.class).list();
    }

    private Query bound(Caller caller, Keyset place, int limit, String sql) {
        return database.sql()
                .createQuery(sql)
                .bind("tenant", caller.requireTenant())
                .bind("settled", clock.instant().minus(SETTLED))
                .bind("at", place.at())
                .bind("id", place.id())
                .bind("limit", limit);
    }
}
