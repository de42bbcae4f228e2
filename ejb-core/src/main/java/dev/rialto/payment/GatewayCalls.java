package dev.rialto.payment;

import dev.rialto.capture.CaptureView;
import dev.rialto.capture.Captures;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
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
    private final Captures captures;

    @Inject
    GatewayCalls(PaymentBook book, RefundBook refunds, GatewayNews news, Gateways gateways, Captures captures) {
        this.book = book;
        this.refunds = refunds;
        this.news = news;
        this.gateways = gateways;
        this.captures = captures;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GatewayCalls() {
        this(null, null, null, null, null);
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

    static PaymentGateway.GatewayPayment named(PaymentRow row) {
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
        if (row.stateNow() == PaymentState.APPROVED && !row.isTakenInParts()) {
            grant(caller, row);
            row = book.row(caller, wanted.paymentId());
        }
        if (row.stateNow() == PaymentState.APPROVED && !row.isTakenInParts()) {
            throw PaymentError.GATEWAY_UNAVAILABLE.now();
        }
        if (!row.stateNow().isPaid()) {
            throw PaymentError.PAYMENT_STATE.because("payment", row.state());
        }
        RefundRow refund = refunds.reserve(caller, wanted);
        RefundView view = refund.view();
        RefundView made = view.state().isSettled() ? view : pass(caller, row, refund);
        if (refund.released() > 0) {
            // the last part that was called off: the gateway hears of it at once
            grant(caller, book.row(caller, wanted.paymentId()));
        }
        return made;
    }

    private RefundView pass(Caller caller, PaymentRow row, RefundRow refund) {
        if (PaymentMethod.ofStored(row.method()) == PaymentMethod.DEPOSIT
                || refund.taken().isZero()) {
            // sent by hand from the bank, or never taken; the books are what we do
            return refunds.settle(caller, refund, new PaymentGateway.GatewayAnswer.Done());
        }
        PaymentGateway.GatewayChange change =
                new PaymentGateway.GatewayChange(refund.requestId(), named(row), refund.taken());
        return refunds.settle(caller, refund, gateways.named(row.gateway()).refund(change));
    }

    /** Takes the money of what has shipped, and asks again where the answer was lost. */
    void settleCaptures(Caller caller, Duration pause, int limit) {
        for (CaptureView capture : captures.claimDue(caller, pause, limit)) {
            PaymentRow row = book.row(caller, capture.paymentId());
            Money left = row.money()
                    .minus(new Money(row.captured() + row.released(), row.currency()))
                    .minus(capture.money());
            PaymentGateway.GatewayChange change =
                    new PaymentGateway.GatewayChange(capture.requestId(), named(row), capture.money(), left);
            book.settle(caller, capture, gateways.named(row.gateway()).capture(change));
            grant(caller, book.row(caller, capture.paymentId()));
        }
    }

    /** Asks again for refunds whose answer was lost. */
    void settleRefunds(Caller caller, Duration olderThan, int limit) {
        for (RefundRow refund : refunds.unsettled(caller, olderThan, limit)) {
            pass(caller, book.row(caller, refund.paymentId()), refund);
        }
    }
}
