package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentStart;
import dev.rialto.payment.PaymentState;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Where buyers pay what a replacement costs more, by card, before it is sent (D82). */
@Stateless
@Boundary
public class Extras {
    private Returns returns;
    private ExchangeSteps steps;
    private PaymentDesk payments;

    @Inject
    public Extras(Returns returns, ExchangeSteps steps, PaymentDesk payments) {
        this.returns = returns;
        this.steps = steps;
        this.payments = payments;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Extras() {}

    /**
     * Opens the gateway's page for the difference; clicked twice it is the same payment.
     *
     * @throws DomainException {@link ReturnError#RETURN_NOT_FOUND} for somebody else's as for none,
     *     {@link ReturnError#RETURN_STATE} when there is nothing to pay
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ExtraStart pay(Caller caller, String orderNumber, String returnNumber, ExtraPlace place) {
        ReturnView about = own(caller, orderNumber, returnNumber);
        UUID payment = steps.begin(caller.asWorker(), about.id(), place);
        PaymentStart start = payments.start(caller.asWorker(), payment);
        if (start instanceof PaymentStart.Paid) {
            complete(caller, payment);
        }
        return new ExtraStart(payment, start);
    }

    /**
     * What came of the payment that the buyer comes back from; asked again it says the same.
     *
     * @throws DomainException {@link ReturnError#RETURN_NOT_FOUND} for somebody else's as for none
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ExtraOutcome comeBack(Caller caller, String orderNumber, String returnNumber, UUID payment) {
        ReturnView about = own(caller, orderNumber, returnNumber);
        PaymentView known = payments.view(caller.asWorker(), payment);
        if (!about.id().equals(known.returnId())) {
            throw ReturnError.RETURN_NOT_FOUND.now();
        }
        if (known.state().isOpen()) {
            payments.ask(caller.asWorker(), payment);
        }
        complete(caller, payment);
        if (payment.equals(own(caller, orderNumber, returnNumber).extraPaidBy())) {
            return ExtraOutcome.PAID;
        }
        boolean isOpen = payments.view(caller.asWorker(), payment).state().isOpen();
        return isOpen ? ExtraOutcome.WAITING : ExtraOutcome.UNPAID;
    }

    private ReturnView own(Caller caller, String orderNumber, String returnNumber) {
        return returns.ofOrder(caller, orderNumber).stream()
                .filter(each -> each.number().equals(returnNumber))
                .findFirst()
                .orElseThrow(ReturnError.RETURN_NOT_FOUND::now);
    }

    /**
     * Takes an approved payment for the exchange it pays. Return page, call-back and the settling job all come here; one
     * of them books it, and what nobody waits for any more is voided.
     *
     * @return false when the payment is for something else
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean complete(Caller caller, UUID payment) {
        Caller worker = caller.asWorker();
        PaymentView view = payments.view(worker, payment);
        if (view.returnId() == null) {
            return false;
        }
        if (view.state() == PaymentState.APPROVED && !steps.paid(worker, view)) {
            payments.voidApproval(worker, payment, "not awaited");
        }
        return true;
    }
}
