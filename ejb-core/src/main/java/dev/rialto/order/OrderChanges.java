package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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

    /** The order, locked until the transaction ends. */
    Subject locked(UUID order) {
        return database.sql()
                .createQuery(
                        "select id, checkout_id, payment_id, site_id, state from purchase where id = :id for update")
                .bind("id", order)
                .mapTo(Subject.class)
                .findOne()
                .orElseThrow(() -> new DomainException(OrderError.ORDER_NOT_FOUND));
    }

    /** Moves the order and its parts; every part stands in the state that belongs to the order's own. */
    void become(Caller caller, Subject order, OrderState next, String partState, String event) {
        if (!order.orderState().mayBecome(next)) {
            throw new IllegalStateException("an order cannot go from " + order.state() + " to " + next);
        }
        database.sql()
                .createUpdate("""
                        with whole as (
                            update purchase set state = :state, version = version + 1 where id = :order),
                        parts as (
                            update sub_order set state = :partState, version = version + 1 where order_id = :order)
                        insert into order_event (id, order_id, kind, account_id, at)
                        values (:event, :order, :kind, :account, :now)
                        """)
                .bind("state", next.stored())
                .bind("partState", partState)
                .bind("order", order.id())
                .bind("event", Ids.next())
                .bind("kind", event)
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
    }
}
