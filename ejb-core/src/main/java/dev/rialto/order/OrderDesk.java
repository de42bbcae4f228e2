package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.OverdueDeposit;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentView;
import dev.rialto.payment.RefundPayment;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

/** What changes an order as a whole: its deposit arrives, it is called off, or it lapses (D54, D80, D84). */
@Stateless
@Boundary
public class OrderDesk {
    private static final Logger LOG = System.getLogger(OrderDesk.class.getName());

    private OrderSteps steps;
    private Orders orders;
    private Deposits deposits;
    private PaymentDesk payments;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public OrderDesk(
            OrderSteps steps,
            Orders orders,
            Deposits deposits,
            PaymentDesk payments,
            SiteDirectory sites,
            Clock clock) {
        this.steps = steps;
        this.orders = orders;
        this.deposits = deposits;
        this.payments = payments;
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
        OrderView order =
                orders.byNumber(caller, number).orElseThrow(() -> new DomainException(OrderError.ORDER_NOT_FOUND));
        UUID payment = steps.cancel(caller.asWorker(), order.id());
        if (payment != null) {
            giveBack(caller.asWorker(), order.id(), payment);
        }
    }

    /** Asks for the refund under one request id, so that it is made once however often it is asked for. */
    private void giveBack(Caller worker, UUID order, UUID payment) {
        try {
            PaymentView paid = payments.view(worker, payment);
            payments.refund(
                    worker,
                    new RefundPayment(payment, null, null, paid.amount(), "order cancelled", "cancel-" + order));
        } catch (DomainException e) {
            LOG.log(
                    Level.WARNING,
                    "refund of order {0} will be tried again: {1}",
                    order,
                    e.code().code());
        }
    }

    /**
     * Makes refunds of cancelled orders that could not be made at once.
     *
     * @param caller a worker
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void refundCancelled(Caller caller, int limit) {
        steps.unrefunded(caller, limit).forEach(order -> giveBack(caller, order, steps.paymentOf(caller, order)));
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
}
