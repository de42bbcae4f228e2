package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Returns as buyers ask for them and as staff see them (D81). */
@Stateless
@Boundary
public class Returns {
    private Orders orders;
    private ReturnLists lists;
    private ReturnSteps steps;

    @Inject
    public Returns(Orders orders, ReturnLists lists, ReturnSteps steps) {
        this.orders = orders;
        this.lists = lists;
        this.steps = steps;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Returns() {}

    /**
     * What of an order may come back, by seller's part, and until when.
     *
     * @throws DomainException {@link ReturnError#RETURN_NOT_FOUND} for somebody else's order as for none
     */
    public List<Returnable> returnable(Caller caller, String orderNumber) {
        return steps.returnable(caller.asWorker(), own(caller, orderNumber).id());
    }

    /**
     * Asks for a return as the buyer, who is told by mail that it was received.
     *
     * @return the return
     * @throws DomainException {@link ReturnError#RETURN_NOT_FOUND}, {@link ReturnError#RETURN_INVALID} naming fields
     *     ({@code over_returnable} with the most), {@link ReturnError#NOTHING_TO_RETURN},
     *     {@link ReturnError#RETURN_TOO_LATE}, {@link ReturnError#EXCHANGE_COSTS_MORE}
     */
    public ReturnView request(Caller caller, RequestReturn request) {
        OrderView order = own(caller, request.orderNumber());
        request.check();
        UUID part = order.parts().stream()
                .filter(each -> each.number().equals(request.partNumber()))
                .findFirst()
                .orElseThrow(ReturnError.RETURN_NOT_FOUND::now)
                .id();
        return steps.request(caller.asWorker(), part, request);
    }

    /**
     * Calls a return off as the buyer, as long as nothing of it was received.
     *
     * @throws DomainException {@link ReturnError#RETURN_NOT_FOUND} for somebody else's as for none,
     *     {@link ReturnError#RETURN_STATE} when it is too late
     */
    public ReturnView callOff(Caller caller, String orderNumber, String returnNumber) {
        UUID id = lists.byNumber(own(caller, orderNumber).id(), returnNumber)
                .orElseThrow(ReturnError.RETURN_NOT_FOUND::now)
                .id();
        return steps.callOff(caller.asWorker(), id);
    }

    /** The returns of an order that is the buyer's own, oldest first. */
    public List<ReturnView> ofOrder(Caller caller, String orderNumber) {
        return lists.ofOrder(own(caller, orderNumber).id());
    }

    private OrderView own(Caller caller, String orderNumber) {
        return orders.byNumber(caller, orderNumber).orElseThrow(ReturnError.RETURN_NOT_FOUND::now);
    }

    /** Returns that staff may see, newest first; needs {@code order.view}. */
    public Page<ReturnView> list(Caller caller, ReturnFilter filter) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return lists.list(filter);
    }

    /** The returns of an order as far as staff may see them; needs {@code order.view}. */
    public List<ReturnView> ofOrder(Caller caller, UUID order) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return lists.ofOrder(order);
    }

    /**
     * One return; needs {@code order.view}.
     *
     * @throws DomainException {@link ReturnError#RETURN_NOT_FOUND} for another seller's as for none
     */
    public ReturnView view(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return lists.byId(id).orElseThrow(ReturnError.RETURN_NOT_FOUND::now);
    }
}
