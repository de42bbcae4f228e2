package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.RefundPayment;
import dev.rialto.payment.RefundState;
import dev.rialto.payment.RefundView;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Pays what is owed back to buyers: by the gateway, or noted by hand when it came by bank transfer. */
@Stateless
@Boundary
public class OwedRefunds {
    private static final Logger LOG = System.getLogger(OwedRefunds.class.getName());

    private OwedBook book;
    private RefundLists lists;
    private PaymentDesk payments;

    @Inject
    public OwedRefunds(OwedBook book, RefundLists lists, PaymentDesk payments) {
        this.book = book;
        this.lists = lists;
        this.payments = payments;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OwedRefunds() {}

    /**
     * Owes a refund, in the caller's transaction. Pay it once that has committed: {@link #pay}.
     *
     * @param caller a worker
     * @return its id
     * @throws DomainException {@link RefundError#REFUND_TOO_HIGH}, {@link RefundError#NOTHING_PAID},
     *     {@link RefundError#REFUND_INVALID}
     */
    public UUID owe(Caller caller, OweRefund refund) {
        return book.owe(caller, refund);
    }

    /** Does a refund wait for a second person? For workers, in their transaction. */
    public boolean isWaiting(Caller caller, UUID owed) {
        return book.row(caller, owed).stateNow() == OwedState.WAITING;
    }

    /** What may still be owed for a part of an order; zero when it was not paid. For workers, in their transaction. */
    public Money left(Caller caller, UUID subOrder) {
        return book.left(caller, subOrder);
    }

    /**
     * Pays a refund through the gateway; one that goes back by hand waits for staff, and what the gateway does not answer
     * a job asks again.
     *
     * @param caller a worker
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void pay(Caller caller, UUID owed) {
        OwedRow row = book.row(caller, owed);
        if (row.stateNow() == OwedState.OPEN) {
            attempt(caller, row);
        }
    }

    /** Tries every open refund again, for a worker. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void payOpen(Caller caller, int limit) {
        book.open(caller, limit).forEach(row -> attempt(caller, row));
    }

    /** A refusal is not the buyer's matter: it stays owed, and the job asks again. */
    private void attempt(Caller caller, OwedRow row) {
        try {
            pay(caller, row, "");
        } catch (DomainException e) {
            LOG.log(
                    Level.WARNING,
                    "refund {0} will be tried again: {1}",
                    row.id(),
                    e.code().code());
        }
    }

    private void pay(Caller caller, OwedRow row, String note) {
        RefundPayment wanted = new RefundPayment(
                row.paymentId(), row.subOrderId(), row.tenantId(), row.money(), row.reason(), row.requestId());
        RefundView made = payments.refund(caller, wanted);
        if (made.state() == RefundState.DONE) {
            book.paid(caller, row.id(), note);
        } else if (made.state() == RefundState.FAILED) {
            book.failed(caller, row.id());
        }
    }

    /**
     * Notes that staff sent a refund from the bank; the books follow.
     *
     * @param caller an operator with {@code payment.refund}
     * @throws DomainException {@link RefundError#REFUND_SETTLED}, {@link RefundError#REFUND_CHANGED},
     *     {@link RefundError#REFUND_NOT_FOUND}, {@link RefundError#REFUND_INVALID}, or the permission is missing
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void payByHand(Caller caller, PayByHand payment) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        new Violations().text("note", payment.note(), 500).raise(RefundError.REFUND_INVALID);
        OwedRow row = book.taken(caller.asWorker(), payment.refundId(), OwedState.BY_HAND, payment.version());
        pay(caller.asWorker(), row, payment.note().strip());
    }

    /**
     * Asks the gateway anew for a refund that it refused.
     *
     * @param caller an operator with {@code payment.refund}
     * @throws DomainException as {@link #payByHand}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void again(Caller caller, UUID refund, long version) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        pay(caller.asWorker(), book.taken(caller.asWorker(), refund, OwedState.FAILED, version), "");
    }

    /** Refunds the caller may see, newest first; needs {@code order.view}. */
    public Page<OwedRefund> list(Caller caller, RefundFilter filter) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return lists.list(filter);
    }
}
