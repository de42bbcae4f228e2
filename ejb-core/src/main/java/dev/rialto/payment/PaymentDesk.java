package dev.rialto.payment;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where card payments are begun, completed, captured, given back and asked about.
 *
 * <p>{@link #prepare}, {@link #receiveCallBack}, {@link #consumeApproval} and {@link #view} run in the caller's
 * transaction, or one of their own. The others speak to the gateway: call them outside any transaction; they commit what
 * they do in steps of their own.
 */
@Stateless
@Boundary
public class PaymentDesk {
    private static final Duration SOON = Duration.ofSeconds(5);

    private PaymentBook book;
    private GatewayNews news;
    private Gateways gateways;
    private GatewayCalls calls;
    private PaymentSettings settings;

    @Inject
    public PaymentDesk(
            PaymentBook book, GatewayNews news, Gateways gateways, GatewayCalls calls, PaymentSettings settings) {
        this.book = book;
        this.news = news;
        this.gateways = gateways;
        this.calls = calls;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PaymentDesk() {}

    /** The ways of paying on a page that the gateway of new payments has, in the order to show them. */
    public List<PaymentMethod> hostedMethods(Caller caller) {
        return gateways.named(gateways.preferred()).methods();
    }

    /**
     * Writes a payment down, in the caller's transaction. A live payment of the same checkout and amount is found
     * again; one of another amount is given up.
     *
     * @param caller a worker
     * @throws DomainException {@link PaymentError#PAYMENT_STATE} when the checkout is being paid at this moment
     */
    public UUID prepare(Caller caller, PreparePayment payment) {
        return book.prepare(caller, payment, gateways.preferred());
    }

    /**
     * Opens the gateway's page for a payment that {@link #prepare} committed; again for the same payment gives the same
     * page.
     *
     * @param caller a worker
     * @throws DomainException {@link PaymentError#PAYMENT_NOT_FOUND}; {@link PaymentError#PAYMENT_STATE} when it is over
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PaymentStart start(Caller caller, UUID payment) {
        PaymentRow row = book.rowToOpen(caller, payment);
        if (row.stateNow().isPaid()) {
            return new PaymentStart.Paid();
        }
        if (!row.stateNow().isOpen() || row.returnUrl() == null || row.language() == null) {
            throw PaymentError.PAYMENT_STATE.because("payment", row.state());
        }
        if (row.stateNow() == PaymentState.PENDING && row.hostedUrl() != null) {
            return new PaymentStart.Redirect(row.hostedUrl());
        }
        return startOf(calls.open(caller, row, page(row, row.returnUrl(), row.language())));
    }

    private HostedPayment page(PaymentRow row, String returnUrl, String language) {
        return new HostedPayment(
                row.requestId(),
                Ids.external("payment", row.id()),
                PaymentMethod.ofStored(row.method()),
                row.money(),
                returnUrl,
                settings.callBackBase() + "/api/callbacks/payment/" + row.gateway(),
                language,
                row.payer());
    }

    private static PaymentStart startOf(PaymentGateway.Opening opening) {
        if (opening instanceof PaymentGateway.Opening.Opened page) {
            return new PaymentStart.Redirect(page.url());
        }
        return opening instanceof PaymentGateway.Opening.Refused refusal
                ? new PaymentStart.Refused(refusal.reason())
                : new PaymentStart.Unknown();
    }

    /**
     * Takes a gateway's call-back in: the signature is checked, the news written once.
     *
     * @param caller a worker
     * @param gateway the gateway's name, as in the address it called
     * @return the payment it is about; empty when it is about none of ours
     * @throws DomainException {@link PaymentError#BAD_SIGNATURE}, {@link PaymentError#UNKNOWN_GATEWAY}
     */
    public Optional<UUID> receiveCallBack(Caller caller, String gateway, CallBack callBack) {
        return gateways.named(gateway).read(callBack).flatMap(report -> news.record(caller, gateway, report));
    }

    /**
     * Asks the gateway what became of a payment and writes it down (D12).
     *
     * @param caller a worker
     * @return the payment as it is now known; unchanged when no answer came
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PaymentView ask(Caller caller, UUID payment) {
        PaymentRow row = book.row(caller, payment);
        if (!row.stateNow().isOpen()) {
            return row.view();
        }
        calls.ask(caller, row);
        return book.view(caller, payment);
    }

    /**
     * Takes the approval of a payment for an order, in the caller's transaction; the order's row may follow in the same
     * transaction. The money is captured after the commit: call {@link #capture} then, or leave it to the job. Where it is
     * taken as parts ship, {@link #isTakenInParts} is true and the order divides it.
     *
     * @param caller a worker
     * @return true for exactly one caller
     */
    public boolean consumeApproval(Caller caller, UUID payment, UUID order) {
        return book.consume(caller, payment, order, settings.captureAt());
    }

    /** Is the money of orders that are made now taken as their parts ship? */
    public boolean isTakenInParts(Caller caller) {
        return settings.captureAt() == PaymentSettings.CaptureTime.SHIPMENT;
    }

    /**
     * Gives a payment up that has not become an order: an approval is voided, an open page closed. What the gateway does
     * not answer now, a job tells it later.
     *
     * @param caller a worker
     * @return false when an order has taken it, or it was over already
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean voidApproval(Caller caller, UUID payment, String why) {
        boolean wished = book.giveUp(caller, payment, why);
        if (wished) {
            calls.grant(caller, book.row(caller, payment));
        }
        return wished;
    }

    /**
     * Takes the authorised money of a payment that an order has taken. Nothing happens when it is done already.
     *
     * @param caller a worker
     * @return the payment; still {@code APPROVED} when the gateway did not answer
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PaymentView capture(Caller caller, UUID payment) {
        PaymentRow row = book.row(caller, payment);
        if (!"capture".equals(row.wish())) {
            return row.view();
        }
        calls.grant(caller, row);
        return book.view(caller, payment);
    }

    /**
     * Gives money back, all or a part, and posts the mirror of the sale. A deposit is sent back by hand; here it is
     * booked.
     *
     * @param caller an operator with {@code payment.refund}, or a worker
     * @return {@code DONE}, {@code FAILED}, or {@code UNKNOWN} when the gateway did not answer and a job asks again
     * @throws DomainException {@link PaymentError#REFUND_EXCEEDS_CAPTURED}, {@link PaymentError#PAYMENT_STATE},
     *     {@link PaymentError#PAYMENT_INVALID}, {@link PaymentError#REQUEST_ID_REUSED},
     *     {@link PaymentError#GATEWAY_UNAVAILABLE}, {@link PaymentError#NOT_PERMITTED}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RefundView refund(Caller caller, RefundPayment refund) {
        Permissions.require(caller, Permissions.REFUND);
        refund.check();
        return calls.refund(caller.asWorker(), refund);
    }

    /**
     * What a gateway's call-back tells of a chargeback; the signature is checked.
     *
     * @param caller a worker
     * @throws DomainException {@link PaymentError#BAD_SIGNATURE}, {@link PaymentError#UNKNOWN_GATEWAY}
     */
    public Optional<PaymentGateway.ChargebackReport> readChargeback(Caller caller, String gateway, CallBack callBack) {
        return gateways.named(gateway).readChargeback(callBack);
    }

    /** Asks the gateway how a chargeback of a payment stands; for workers. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<PaymentGateway.ChargebackReport> askChargeback(Caller caller, UUID payment, String caseId) {
        PaymentRow row = book.row(caller, payment);
        return gateways.named(row.gateway()).askChargeback(caseId, GatewayCalls.named(row));
    }

    /**
     * Tells the gateway what the mall says to a chargeback.
     *
     * @param caller a worker
     * @param evidence empty: the mall gives in
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PaymentGateway.GatewayAnswer answerChargeback(
            Caller caller, UUID payment, String caseId, List<PaymentGateway.Evidence> evidence) {
        PaymentRow row = book.row(caller, payment);
        String requestId = caseId + (evidence.isEmpty() ? "-accept" : "-contest");
        return gateways.named(row.gateway())
                .answerChargeback(
                        new PaymentGateway.ChargebackAnswer(requestId, caseId, GatewayCalls.named(row), evidence));
    }

    /** The name of the gateway that opens accounts for deposits in this currency, if there is one. */
    public Optional<String> accountGateway(Caller caller, String currency) {
        String name = gateways.preferred();
        return gateways.named(name).opensAccounts(currency) ? Optional.of(name) : Optional.empty();
    }

    /**
     * Opens the account of a deposit that was written down; again for the same payment gives the same account.
     *
     * @param caller a worker
     * @param dueAt when it may be closed
     * @throws DomainException {@link PaymentError#PAYMENT_NOT_FOUND}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PaymentGateway.AccountAnswer openAccount(Caller caller, UUID payment, Instant dueAt) {
        PaymentRow row = book.row(caller, payment);
        return gateways.named(row.gateway())
                .openAccount(new PaymentGateway.AccountWish(
                        row.requestId(),
                        Ids.external("payment", row.id()),
                        row.money(),
                        settings.callBackBase() + "/api/callbacks/payment/" + row.gateway(),
                        dueAt,
                        row.language() == null ? "en" : row.language()));
    }

    /**
     * What a gateway's call-back tells of money in an account; the signature is checked.
     *
     * @param caller a worker
     * @throws DomainException {@link PaymentError#BAD_SIGNATURE}, {@link PaymentError#UNKNOWN_GATEWAY}
     */
    public Optional<PaymentGateway.AccountReport> readAccount(Caller caller, String gateway, CallBack callBack) {
        return gateways.named(gateway).readAccount(callBack);
    }

    /** The payment, or {@link PaymentError#PAYMENT_NOT_FOUND}; staff and workers. */
    public PaymentView view(Caller caller, UUID payment) {
        return book.view(caller, payment);
    }

    /**
     * Ends what lost answers, crashes and silent gateways left: asks about open payments, makes captures, voids and
     * refunds that are still to be made.
     *
     * @param caller a worker
     * @param limit how many at most
     * @return payments that are approved and wait for their checkout to be completed
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<UUID> settleUnknown(Caller caller, int limit) {
        List<UUID> waiting = new ArrayList<>();
        for (PaymentRow row : book.claimDue(caller, SOON, settings.staleAfter(), limit)) {
            if (row.wish() != null) {
                calls.grant(caller, row);
            } else if (row.stateNow() == PaymentState.APPROVED
                    || ask(caller, row.id()).state() == PaymentState.APPROVED) {
                waiting.add(row.id());
            }
        }
        calls.settleCaptures(caller, settings.staleAfter(), limit);
        calls.settleRefunds(caller, settings.staleAfter(), limit);
        return waiting;
    }
}
