package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * What staff of the seller or of the mall do with a return (D81, D82). Everything needs {@code order.edit} and the version
 * that was read; {@link ReturnError#RETURN_CHANGED} tells that somebody else acted first, {@link ReturnError#RETURN_STATE}
 * that the step does not fit, {@link ReturnError#RETURN_NOT_FOUND} that it is another seller's or none.
 */
@Stateless
@Boundary
public class ReturnDesk {
    private static final int LONGEST = 1_000;

    private Returns returns;
    private ReturnSteps steps;
    private ExchangeSteps exchanges;
    private OwedRefunds refunds;

    @Inject
    public ReturnDesk(Returns returns, ReturnSteps steps, ExchangeSteps exchanges, OwedRefunds refunds) {
        this.returns = returns;
        this.steps = steps;
        this.exchanges = exchanges;
        this.refunds = refunds;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnDesk() {}

    /** Lets the goods come; the text tells the buyer how and where to. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void approve(Caller caller, AnswerReturn answer) {
        check(caller, answer);
        steps.answer(caller.asWorker(), answer, ReturnState.APPROVED);
    }

    /** Refuses, with the reason. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void refuse(Caller caller, AnswerReturn answer) {
        check(caller, answer);
        steps.answer(caller.asWorker(), answer, ReturnState.REFUSED);
    }

    /** Calls a return off that nothing has come of, with the reason. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void callOff(Caller caller, AnswerReturn answer) {
        check(caller, answer);
        steps.answer(caller.asWorker(), answer, ReturnState.CALLED_OFF);
    }

    /** Notes that the goods have come. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void receive(Caller caller, UUID id, long version) {
        require(caller, id);
        steps.answer(caller.asWorker(), new AnswerReturn(id, "", version), ReturnState.RECEIVED);
    }

    /**
     * Says what was found: stock goes back on the shelf or is written off, and money goes back when money was wanted.
     *
     * @throws DomainException {@link ReturnError#RETURN_INVALID} naming the line; the stock's refusals
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void inspect(Caller caller, InspectReturn inspection) {
        require(caller, inspection.returnId());
        pay(caller, steps.inspect(caller.asWorker(), inspection));
    }

    /**
     * Ships the replacements of an exchange; their stock leaves, and what they cost less goes back.
     *
     * @throws DomainException {@link ReturnError#RETURN_INVALID} naming fields; the stock's {@code out_of_stock}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void replace(Caller caller, ShipReplacement command) {
        require(caller, command.returnId());
        command.check();
        pay(caller, exchanges.replace(caller.asWorker(), command));
    }

    /** Gives money for an exchange that cannot be made, with the reason; what was paid for it goes back too. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void refundInstead(Caller caller, AnswerReturn answer) {
        check(caller, answer);
        exchanges.refundInstead(caller.asWorker(), answer).forEach(each -> refunds.pay(caller.asWorker(), each));
    }

    private void pay(Caller caller, Optional<UUID> owed) {
        owed.ifPresent(each -> refunds.pay(caller.asWorker(), each));
    }

    private void check(Caller caller, AnswerReturn answer) {
        require(caller, answer.returnId());
        new Violations().text("text", answer.text(), LONGEST).raise(ReturnError.RETURN_INVALID);
    }

    /** Reads it as the caller: what he may not see he may not change. */
    private void require(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.ORDER_EDIT);
        returns.view(caller, id);
    }
}
