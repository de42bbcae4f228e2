package dev.rialto.fulfilment;

import dev.rialto.kernel.DomainException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A seller's part of an order on its way to the buyer. */
@Entity
@Table(name = "sub_order")
class SubOrder {
    @Id
    private UUID id;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "number")
    private String number;

    @Column(name = "seller_name")
    private String sellerName;

    @Column(name = "state")
    private String state;

    @Version
    @Column(name = "version")
    private long version;

    @OneToMany(fetch = FetchType.EAGER)
    @JoinColumn(name = "sub_order_id", insertable = false, updatable = false)
    @OrderBy("number")
    private List<SubOrderLine> lines = new ArrayList<>();

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected SubOrder() {}

    /**
     * Ships pieces and moves on to the state that follows.
     *
     * @return what ships, by line
     * @throws DomainException {@link FulfilmentError#NOT_SHIPPABLE}, {@link FulfilmentError#SUB_ORDER_CHANGED},
     *     {@link FulfilmentError#SHIPMENT_INVALID} naming the line
     */
    Map<SubOrderLine, Integer> ship(ShipSubOrder command) {
        requireVersion(command.version());
        if (!state().isShippable()) {
            throw FulfilmentError.NOT_SHIPPABLE.because("state", state);
        }
        Map<SubOrderLine, Integer> pieces = command.quantities().isEmpty() ? allLeft() : chosen(command.quantities());
        pieces.forEach(SubOrderLine::ship);
        become(lines.stream().allMatch(SubOrderLine::isShipped) ? SubOrderState.SHIPPED : SubOrderState.PARTLY_SHIPPED);
        return pieces;
    }

    /**
     * Notes that the buyer has it.
     *
     * @throws DomainException {@link FulfilmentError#NOT_DELIVERABLE}, {@link FulfilmentError#SUB_ORDER_CHANGED}
     */
    void deliver(long readVersion) {
        requireVersion(readVersion);
        if (state() != SubOrderState.SHIPPED) {
            throw FulfilmentError.NOT_DELIVERABLE.because("state", state);
        }
        become(SubOrderState.DELIVERED);
    }

    /** Notes that the buyer has all of it without a parcel; false when it is not to be shipped any more. */
    boolean handOver() {
        if (state() != SubOrderState.TO_SHIP) {
            return false;
        }
        become(SubOrderState.DELIVERED);
        return true;
    }

    private void requireVersion(long readVersion) {
        if (readVersion != version) {
            throw FulfilmentError.SUB_ORDER_CHANGED.because("version", "stale");
        }
    }

    private void become(SubOrderState next) {
        if (state() != next && !state().mayBecome(next)) {
            throw new IllegalStateException("a sub-order cannot go from " + state + " to " + next);
        }
        state = next.stored();
    }

    private Map<SubOrderLine, Integer> allLeft() {
        Map<SubOrderLine, Integer> left = new LinkedHashMap<>();
        lines.stream().filter(line -> !line.isShipped()).forEach(line -> left.put(line, line.left()));
        return left;
    }

    private Map<SubOrderLine, Integer> chosen(Map<UUID, Integer> quantities) {
        Map<SubOrderLine, Integer> chosen = new LinkedHashMap<>();
        quantities.forEach((lineId, quantity) -> chosen.put(line(lineId), quantity));
        return chosen;
    }

    private SubOrderLine line(UUID lineId) {
        return lines.stream()
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> FulfilmentError.SHIPMENT_INVALID.because("quantities." + lineId, "unknown"));
    }

    SubOrderState state() {
        return SubOrderState.ofStored(state);
    }

    UUID id() {
        return id;
    }

    UUID orderId() {
        return orderId;
    }

    UUID tenantId() {
        return tenantId;
    }

    String number() {
        return number;
    }

    String sellerName() {
        return sellerName;
    }
}
