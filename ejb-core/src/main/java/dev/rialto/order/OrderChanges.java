package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves an order and all its parts from state to state; with the worker's rights. */
@ApplicationScoped
class OrderChanges {
    private final Database database;
    private final Clock clock;

    @Inject
    OrderChanges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderChanges() {
        this(null, null);
    }

    /** What must be known to change an order. */
    record Subject(UUID id, UUID checkoutId, @Nullable UUID paymentId, UUID siteId, String state) {
        OrderState orderState() {
            return OrderState.ofStored(state);
        }
    }

    /** What the timeline says: a kind, and the reason that staff gave. */
    record Happened(String kind, @Nullable String reason) {
        static Happened of(String kind) {
            return new Happened(kind, null);
        }

        String detail() {
            return Json.write(reason == null ? Map.of() : Map.of("reason", reason));
        }
    }

    /** The order, locked until the transaction ends. */
    Subject locked(UUID order) {
        return database.sql()
                .createQuery(
                        "select id, checkout_id, payment_id, site_id, state from purchase where id = :id for update")
                .bind("id", order)
                .mapTo(Subject.class)
                .findOne()
                .orElseThrow(OrderError.ORDER_NOT_FOUND::now);
    }

    /** One part as it stands, with its version. */
    record PartSubject(UUID id, UUID orderId, UUID tenantId, String number, String state, long version) {}

    /** The part, whose order is locked first, as everybody does. */
    PartSubject lockedPart(UUID part) {
        UUID order = database.sql()
                .createQuery("select order_id from sub_order where id = :id")
                .bind("id", part)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(OrderError.ORDER_NOT_FOUND::now);
        locked(order);
        return database.sql()
                .createQuery(
                        "select id, order_id, tenant_id, number, state, version from sub_order where id = :id for update")
                .bind("id", part)
                .mapTo(PartSubject.class)
                .one();
    }

    /** Notes something that concerns one part, with the reason, and counts its version on. */
    void notePart(Caller caller, PartSubject part, String kind, Map<String, Object> detail) {
        database.sql()
                .createUpdate("""
                        with part as (
                            update sub_order set version = version + 1,
                                state = case when :kind = 'cancelled' then 'cancelled' else state end
                            where id = :part)
                        insert into order_event (id, order_id, sub_order_id, tenant_id, kind, account_id, detail, at)
                        values (:event, :order, :part, :tenant, :kind, :account, :detail::jsonb, :now)
                        """)
                .bind("event", Ids.next())
                .bind("order", part.orderId())
                .bind("part", part.id())
                .bind("tenant", part.tenantId())
                .bind("kind", kind)
                .bind("account", caller.account())
                .bind("detail", Json.write(detail))
                .bind("now", clock.instant())
                .execute();
    }

    /** Counts the version of a part on, for something that its timeline does not tell yet. */
    void touch(PartSubject part) {
        database.sql().execute("update sub_order set version = version + 1 where id = ?", part.id());
    }

    /** An order of which every part was called off is called off. */
    void closeWhenEmpty(UUID order) {
        database.sql().createUpdate("""
                        update purchase set state = 'cancelled', version = version + 1
                        where id = :order and not exists (
                            select from sub_order where order_id = :order and state <> 'cancelled')
                        """).bind("order", order).execute();
    }

    /** Moves the order and its parts; every part stands in the state that belongs to the order's own. */
    void become(Caller caller, Subject order, OrderState next, String partState, Happened happened) {
        if (!order.orderState().mayBecome(next)) {
            throw new IllegalStateException("an order cannot go from " + order.state() + " to " + next);
        }
        database.sql()
                .createUpdate("""
                        with whole as (
                            update purchase set state = :state, version = version + 1 where id = :order),
                        parts as (
                            update sub_order set state = :partState, version = version + 1
                            where order_id = :order and state <> 'cancelled')
                        insert into order_event (id, order_id, kind, account_id, detail, at)
                        values (:event, :order, :kind, :account, :detail::jsonb, :now)
                        """)
                .bind("state", next.stored())
                .bind("partState", partState)
                .bind("order", order.id())
                .bind("event", Ids.next())
                .bind("kind", happened.kind())
                .bind("account", caller.account())
                .bind("detail", happened.detail())
                .bind("now", clock.instant())
                .execute();
    }
}
