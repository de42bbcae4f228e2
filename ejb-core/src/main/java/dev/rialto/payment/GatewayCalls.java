package dev.rialto.payment;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Calls to gateways between two short transactions each; never called within one. */
@ApplicationScoped
class GatewayCalls {
    private final PaymentBook book;
    private final RefundBook refunds;
    private final GatewayNews news;
    private final Gateways gateways;

    @Inject
    GatewayCalls(PaymentBook book, RefundBook refunds, GatewayNews news, Gateways gateways) {
        this.book = book;
        this.refunds = refunds;
        this.news = news;
        this.gateways = gateways;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GatewayCalls() {
        this(null, null, null, null);
    }

    /** Opens the page; when the answer is lost, the same request id finds at once what it did. */
    PaymentGateway.Opening open(Caller caller, PaymentRow row, HostedPayment page) {
        PaymentGateway gateway = gateways.named(row.gateway());
        PaymentGateway.Opening opening = gateway.open(page);
        if (opening instanceof PaymentGateway.Opening.Unknown) {
            opening = gateway.open(page);
        }
        book.opened(caller, row.id(), opening);
        return opening;
    }

    /** Asks what became of an open payment. */
    void ask(Caller caller, PaymentRow row) {
        PaymentGateway.Inquiry answer = gateways.named(row.gateway()).ask(named(row));
        if (answer instanceof GatewayReport report) {
            news.record(caller, row.gateway(), report);
        } else if (answer instanceof PaymentGateway.Inquiry.NeverSeen && row.stateNow() != PaymentState.PENDING) {
            book.opened(caller, row.id(), new PaymentGateway.Opening.Refused("never reached the gateway"));
        }
    }

    private static PaymentGateway.GatewayPayment named(PaymentRow row) {
        return new PaymentGateway.GatewayPayment(row.requestId(), row.gatewayReference());
    }

    /** Captures or voids, as the payment wishes; a lost answer leaves the wish. */
    void grant(Caller caller, PaymentRow row) {
        String wish = row.wish();
        if (wish == null) {
            return;
        }
        PaymentGateway gateway = gateways.named(row.gateway());
        PaymentGateway.GatewayChange change =
                new PaymentGateway.GatewayChange(row.requestId() + "-" + wish, named(row), row.money());
        PaymentGateway.GatewayAnswer answer = wish.equals("void") ? gateway.release(change) : gateway.capture(change);
        if (answer instanceof PaymentGateway.GatewayAnswer.Done) {
            book.granted(caller, row.id(), wish);
        } else if (answer instanceof PaymentGateway.GatewayAnswer.Refused refusal) {
            book.denied(caller, row.id(), wish, refusal.reason());
        }
    }

    /** Gives money back; an approval that was not captured yet is captured first. */
    RefundView refund(Caller caller, RefundPayment wanted) {
        PaymentRow row = book.row(caller, wanted.paymentId());
        if (row.stateNow() == PaymentState.APPROVED) {
            grant(caller, row);
            row = book.row(caller, wanted.paymentId());
        }
        if (row.stateNow() == PaymentState.APPROVED) {
            throw new DomainException(PaymentError.GATEWAY_UNAVAILABLE);
        }
        if (row.stateNow() != PaymentState.CAPTURED) {
            throw new DomainException(PaymentError.PAYMENT_STATE, "payment", row.state());
        }
        RefundRow refund = refunds.reserve(caller, wanted);
        RefundView view = refund.view();
        return view.state().isSettled() ? view : pass(caller, row, refund);
    }

    private RefundView pass(Caller caller, PaymentRow row, RefundRow refund) {
        if (PaymentMethod.ofStored(row.method()) == PaymentMethod.DEPOSIT) {
            // sent by hand from the bank; the books are what we do
            return refunds.settle(caller, refund, new PaymentGateway.GatewayAnswer.Done());
        }
        PaymentGateway.GatewayChange change =
                new PaymentGateway.GatewayChange(refund.requestId(), named(row), refund.money());
        return refunds.settle(caller, refund, gateways.named(row.gateway()).refund(change));
    }

    /** Asks again for refunds whose answer was lost. */
    void settleRefunds(Caller caller, Duration olderThan, int limit) {
        for (RefundRow refund : refunds.unsettled(caller, olderThan, limit)) {
            pass(caller, book.row(caller, refund.paymentId()), refund);
        }
    }
}
