package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders as buyers and staff see them (D78, A32). */
@Stateless
@Boundary
public class Orders {
    private static final int MOST_PICKED = 200;

    private OrderViews views;
    private OrderLists lists;
    private PaymentDesk payments;
    private Database database;

    @Inject
    public Orders(OrderViews views, OrderLists lists, PaymentDesk payments, Database database) {
        this.views = views;
        this.lists = lists;
        this.payments = payments;
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Orders() {}

    /**
     * An order of the buyer: by account, by the browser it was placed with, or by the key of the mail, which then stands
     * as the caller's token. Somebody else's is like none.
     */
    public Optional<OrderView> byNumber(Caller caller, String number) {
        return views.byNumber(number).map(order -> withDeposit(caller, order));
    }

    private OrderView withDeposit(Caller caller, OrderView order) {
        return order.state() == OrderState.AWAITING_DEPOSIT ? order.with(payment(caller, order.id())) : order;
    }

    /** The orders of the account that is signed in, newest first. */
    public List<OrderHeadline> mine(Caller caller) {
        return caller.signedIn().map(account -> lists.ofAccount(account, null)).orElse(List.of());
    }

    /** Those of them that were placed at one site. */
    public List<OrderHeadline> mine(Caller caller, UUID site) {
        return caller.signedIn().map(account -> lists.ofAccount(account, site)).orElse(List.of());
    }

    /**
     * Sellers' parts of orders, newest first: a seller's own, or all for the mall.
     *
     * @throws DomainException {@link OrderError#FILTER_INVALID}, or the permission {@code order.view} is missing
     */
    public Page<OrderSummary> list(Caller caller, OrderFilter filter) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return lists.parts(filter);
    }

    /**
     * An order with its timeline, as far as the caller may see it; for the mall with what the gateway said (D11).
     *
     * @throws DomainException {@link OrderError#ORDER_NOT_FOUND}, or the permission {@code order.view} is missing
     */
    public OrderView view(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        OrderView order = views.byId(id).orElseThrow(OrderError.ORDER_NOT_FOUND::now);
        return caller.role() == Caller.Role.TENANT ? order : order.with(payment(caller, id));
    }

    /**
     * Parts as they are packed, oldest first, at most 200; those the caller may not see are left out.
     *
     * @throws DomainException {@link OrderError#FILTER_INVALID}, or the permission {@code order.view} is missing
     */
    public List<PickingPart> picking(Caller caller, List<UUID> parts) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        if (parts.size() > MOST_PICKED) {
            throw OrderError.FILTER_INVALID.because("part", "out_of_range");
        }
        return parts.isEmpty() ? List.of() : lists.picking(parts);
    }

    /** A part that the caller may see, or {@link OrderError#ORDER_NOT_FOUND}: somebody else's is like none. */
    public void requirePart(Caller caller, UUID part) {
        if (database.sql()
                .select("select id from sub_order where id = ?", part)
                .mapTo(UUID.class)
                .findOne()
                .isEmpty()) {
            throw OrderError.ORDER_NOT_FOUND.now();
        }
    }

    private PaymentView payment(Caller caller, UUID order) {
        return payments.view(caller.asWorker(), paymentOf(order));
    }

    private UUID paymentOf(UUID order) {
        return database.sql()
                .select("select payment_id from purchase where id = ?", order)
                .mapTo(UUID.class)
                .one();
    }
}
