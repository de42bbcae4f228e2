package dev.rialto.fulfilment;

import dev.rialto.capture.Captures;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shipping of sub-orders by their sellers or by the mall (D79, D80, D83). */
@Stateless
@Boundary
public class Fulfilment {
    private Database database;
    private ShippedLetter letter;
    private Outbox outbox;
    private Captures captures;
    private Audit audit;
    private Clock clock;

    @Inject
    public Fulfilment(
            Database database, ShippedLetter letter, Outbox outbox, Captures captures, Audit audit, Clock clock) {
        this.database = database;
        this.letter = letter;
        this.outbox = outbox;
        this.captures = captures;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Fulfilment() {}

    /**
     * Ships all or a part of a sub-order and mails the buyer.
     *
     * @return id of the shipment
     * @throws DomainException {@link FulfilmentError#NOT_SHIPPABLE} before the deposit arrived or when nothing is left,
     *     {@link FulfilmentError#SHIPMENT_INVALID} naming the fields, {@link FulfilmentError#SUB_ORDER_CHANGED},
     *     {@link FulfilmentError#SUB_ORDER_NOT_FOUND}, or the permission {@code order.ship} is missing
     */
    public UUID ship(Caller caller, ShipSubOrder command) {
        Permissions.require(caller, Permissions.ORDER_SHIP);
        command.check();
        SubOrder subOrder = locked(command.subOrderId());
        Map<SubOrderLine, Integer> pieces = subOrder.ship(command);
        UUID shipment = write(caller, subOrder, command, pieces);
        captures.shipped(caller.asWorker(), shipment);
        note(caller, subOrder, subOrder.state().stored());
        outbox.add(caller, List.of(letter.write(caller, subOrder, command, pieces)));
        return shipment;
    }

    /**
     * Notes that a shipped sub-order has arrived.
     *
     * @param version of the sub-order that was read
     * @throws DomainException {@link FulfilmentError#NOT_DELIVERABLE}, {@link FulfilmentError#SUB_ORDER_CHANGED},
     *     {@link FulfilmentError#SUB_ORDER_NOT_FOUND}, or the permission {@code order.ship} is missing
     */
    public void deliver(Caller caller, UUID subOrderId, long version) {
        Permissions.require(caller, Permissions.ORDER_SHIP);
        SubOrder subOrder = locked(subOrderId);
        subOrder.deliver(version);
        note(caller, subOrder, subOrder.state().stored());
    }

    /**
     * Notes that a sub-order has reached its buyer without a parcel, as codes do; nothing of it counts as shipped.
     *
     * @param caller a worker
     */
    public void handOver(Caller caller, UUID subOrderId) {
        SubOrder subOrder = locked(subOrderId);
        if (subOrder.handOver()) {
            note(caller, subOrder, subOrder.state().stored());
        }
    }

    private SubOrder locked(UUID id) {
        SubOrder found = database.entities().find(SubOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw FulfilmentError.SUB_ORDER_NOT_FOUND.now();
        }
        return found;
    }

    private UUID write(Caller caller, SubOrder subOrder, ShipSubOrder command, Map<SubOrderLine, Integer> pieces) {
        UUID shipment = Ids.next();
        database.sql()
                .createUpdate("""
                        with shipment as (
                            insert into shipment (id, sub_order_id, tenant_id, carrier, tracking_number, shipped_at, shipped_by)
                            values (:id, :subOrder, :tenant, :carrier, :tracking, :now, :account))
                        insert into shipment_line (shipment_id, order_line_id, tenant_id, quantity)
                        select :id, line, :tenant, quantity from unnest(:lines::uuid[], :quantities::int[]) as l (line, quantity)
                        """)
                .bind("id", shipment)
                .bind("subOrder", subOrder.id())
                .bind("tenant", subOrder.tenantId())
                .bind("carrier", command.carrier().strip())
                .bind("tracking", command.tracking())
                .bind("now", clock.instant())
                .bind("account", caller.account())
                .bind("lines", pieces.keySet().stream().map(SubOrderLine::id).toArray(UUID[]::new))
                .bind("quantities", pieces.values().toArray(Integer[]::new))
                .execute();
        return shipment;
    }

    private void note(Caller caller, SubOrder subOrder, String kind) {
        database.sql()
                .createUpdate("""
                        insert into order_event (id, order_id, sub_order_id, tenant_id, kind, account_id, detail, at)
                        values (:id, :order, :subOrder, :tenant, :kind, :account, :detail::jsonb, :now)
                        """)
                .bind("id", Ids.next())
                .bind("order", subOrder.orderId())
                .bind("subOrder", subOrder.id())
                .bind("tenant", subOrder.tenantId())
                .bind("kind", kind)
                .bind("account", caller.account())
                .bind("detail", Json.write(Map.of("subOrder", subOrder.number())))
                .bind("now", clock.instant())
                .execute();
        audit.record(caller, Audit.Deed.of("order." + kind, "sub_order", subOrder.id()));
    }
}
