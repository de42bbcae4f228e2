package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Four eyes on large refunds: what one person asks for, another lets go or refuses. */
@Stateless
@Boundary
public class RefundApprovals {
    private static final int LONGEST_NOTE = 500;

    private ApprovalBook decisions;
    private OwedBook book;
    private OwedRefunds refunds;

    @Inject
    public RefundApprovals(ApprovalBook decisions, OwedBook book, OwedRefunds refunds) {
        this.decisions = decisions;
        this.book = book;
        this.refunds = refunds;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RefundApprovals() {}

    /**
     * A refund with what it does to its payment; needs {@code order.view}.
     *
     * @throws DomainException {@link RefundError#REFUND_NOT_FOUND} also for another seller's
     */
    public RefundQuestion view(Caller caller, UUID refund) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return decisions.question(caller.asWorker(), book.row(caller, refund).id());
    }

    /**
     * Lets a refund go: it is paid through the gateway, or waits to be sent from the bank.
     *
     * @param caller an operator with {@code payment.refund} who did not ask for it
     * @throws DomainException {@link RefundError#OWN_REQUEST}, {@link RefundError#REFUND_SETTLED},
     *     {@link RefundError#REFUND_CHANGED}, {@link RefundError#REFUND_NOT_FOUND}, {@link RefundError#REFUND_INVALID}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void approve(Caller caller, DecideRefund decision) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        new Violations().optionalText("note", decision.note(), LONGEST_NOTE).raise(RefundError.REFUND_INVALID);
        decisions.approve(caller.asWorker(), decision);
        refunds.pay(caller.asWorker(), decision.refundId());
    }

    /**
     * Refuses a refund, with the reason; nothing goes back.
     *
     * @throws DomainException as {@link #approve}, but for one's own
     */
    public void refuse(Caller caller, DecideRefund decision) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        new Violations().text("note", decision.note(), LONGEST_NOTE).raise(RefundError.REFUND_INVALID);
        decisions.refuse(caller.asWorker(), decision);
    }

    /**
     * Asks again for a refund that was refused; the caller is then who asked.
     *
     * @throws DomainException as {@link #refuse}; {@link RefundError#REFUND_TOO_HIGH} when too little is left
     */
    public void askAgain(Caller caller, DecideRefund wish) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        new Violations().text("note", wish.note(), LONGEST_NOTE).raise(RefundError.REFUND_INVALID);
        decisions.askAgain(caller.asWorker(), wish);
    }
}
