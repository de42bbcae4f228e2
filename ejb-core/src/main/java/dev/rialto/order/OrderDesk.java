package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.OverdueDeposit;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Boundary;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What changes an order: its deposit arrives, it or a part is called off, money goes back, it lapses (D54, D80, D84). */
@Stateless
@Boundary
public class OrderDesk {
    private OrderSteps steps;
    private Orders orders;
    private Deposits deposits;
    private OwedRefunds refunds;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public OrderDesk(
            OrderSteps steps, Orders orders, Deposits deposits, OwedRefunds refunds, SiteDirectory sites, Clock clock) {
        this.steps = steps;
        this.orders = orders;
        this.deposits = deposits;
        this.refunds = refunds;
        this.sites = sites;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderDesk() {}

    /**
     * Confirms a deposit by hand: the order is paid and may ship; the buyer is told.
     *
     * @param caller an operator with {@code payment.confirm}
     * @throws DomainException the payment's {@code amount_differs}, {@code payment_state}, {@code payment_not_found},
     *     {@code not_permitted}; {@link OrderError#NOT_AWAITING_DEPOSIT}; {@code out_of_stock} when its stock is gone
     */
    public void confirmDeposit(Caller caller, ConfirmDeposit deposit) {
        PaymentView paid = deposits.confirm(caller, deposit);
        steps.paid(caller.asWorker(), Objects.requireNonNull(paid.orderId()), paid);
    }

    /**
     * Calls an order off as its buyer, before anything has shipped; what was paid goes back.
     *
     * @throws DomainException {@link OrderError#ORDER_NOT_FOUND} for somebody else's as for none,
     *     {@link OrderError#NOT_CANCELLABLE}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void cancel(Caller caller, String number) {
        payBack(caller, owed(caller, number));
    }

    /**
     * Calls an order off as its buyer in the caller's own transaction, without asking a gateway for anything.
     *
     * @return what is owed back, for {@link #payBack} after the commit; what is not paid back then, a job pays
     * @throws DomainException as {@link #cancel}
     */
    public List<UUID> callOff(Caller caller, String number) {
        return owed(caller, number);
    }

    private List<UUID> owed(Caller caller, String number) {
        OrderView order = orders.byNumber(caller, number).orElseThrow(OrderError.ORDER_NOT_FOUND::now);
        return steps.cancel(caller.asWorker(), order.id(), null);
    }

    /** Pays back what is owed since an order was called off; what the gateway does not answer now, a job asks again. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void payBack(Caller caller, List<UUID> owed) {
        pay(caller, owed);
    }

    /**
     * Calls a whole order off for its buyer, before anything has shipped; what was paid goes back.
     *
     * @param caller an operator with {@code order.edit}
     * @param reason for the timeline and the buyer's mail
     * @throws DomainException {@link OrderError#ORDER_NOT_FOUND}, {@link OrderError#NOT_CANCELLABLE},
     *     {@link OrderError#ORDER_INVALID}, or the permission is missing
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void cancelOrder(Caller caller, UUID order, String reason) {
        Permissions.require(caller, Permissions.ORDER_EDIT);
        if (caller.role() == Caller.Role.TENANT) {
            throw OrderError.ORDERS_FORBIDDEN.now();
        }
        new Violations().text("reason", reason, ChangePart.LONGEST_REASON).raise(OrderError.ORDER_INVALID);
        orders.view(caller, order);
        pay(caller, steps.cancel(caller.asWorker(), order, reason.strip()));
    }

    /**
     * Calls one seller's part of a paid order off, before anything of it has shipped; its stock is free, its money goes
     * back, the buyer is told.
     *
     * @param caller the seller's staff or an operator, with {@code order.edit}
     * @throws DomainException {@link OrderError#ORDER_NOT_FOUND}, {@link OrderError#NOT_CANCELLABLE},
     *     {@link OrderError#PART_NOT_CANCELLABLE}, {@link OrderError#PART_CHANGED}, {@link OrderError#ORDER_INVALID}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void cancelPart(Caller caller, ChangePart change) {
        Permissions.require(caller, Permissions.ORDER_EDIT);
        change.check();
        orders.requirePart(caller, change.subOrderId());
        pay(caller, steps.cancelPart(caller.asWorker(), change));
    }

    /**
     * Gives a part of the price back as goodwill, at most what was paid and has not gone back yet.
     *
     * @param caller an operator with {@code payment.refund}
     * @param amount above zero
     * @return whether it waits for a second person first
     * @throws DomainException {@link OrderError#PART_CHANGED}, {@link OrderError#ORDER_INVALID}; the refund's
     *     {@code refund_too_high}, {@code nothing_paid}, {@code refund_invalid}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean goodwill(Caller caller, ChangePart change, Money amount) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        change.check();
        orders.requirePart(caller, change.subOrderId());
        UUID owed = steps.goodwill(caller.asWorker(), change, amount);
        pay(caller, List.of(owed));
        return refunds.isWaiting(caller.asWorker(), owed);
    }

    /** After the commit: what the gateway does not answer now, a job asks again. */
    private void pay(Caller caller, List<UUID> owed) {
        owed.forEach(each -> refunds.pay(caller.asWorker(), each));
    }

    /**
     * Makes refunds that could not be made at once.
     *
     * @param caller a worker
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void refundCancelled(Caller caller, int limit) {
        refunds.payOpen(caller, limit);
    }

    /**
     * Ends orders whose deposit did not come until the due date, and frees their stock.
     *
     * @param caller a worker
     * @return how many lapsed
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int lapseUnpaid(Caller caller, int limit) {
        LocalDate today =
                clock.instant().atZone(ZoneId.of(sites.mall(caller).zone())).toLocalDate();
        int lapsed = 0;
        for (OverdueDeposit overdue : deposits.overdue(caller, today, limit)) {
            if (steps.lapse(caller, Objects.requireNonNull(overdue.orderId()), overdue.paymentId())) {
                lapsed++;
            }
        }
        return lapsed;
    }

    /**
     * Ends one order whose deposit did not come, before its due date: what the sandbox of a seller brings about.
     *
     * @param caller a worker
     * @return false when the deposit came or the order ended already
     */
    public boolean lapse(Caller caller, UUID order, UUID payment) {
        return steps.lapse(caller, order, payment);
    }
}
