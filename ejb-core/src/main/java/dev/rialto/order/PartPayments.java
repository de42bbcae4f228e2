package dev.rialto.order;

import dev.rialto.capture.Captures;
import dev.rialto.capture.PaymentShare;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.Sale;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Books the sale of a new order; where money is taken as parts ship, divides its payment among them. */
@ApplicationScoped
class PartPayments {
    private final PaymentDesk payments;
    private final Captures captures;
    private final Ledger ledger;

    @Inject
    PartPayments(PaymentDesk payments, Captures captures, Ledger ledger) {
        this.payments = payments;
        this.captures = captures;
        this.ledger = ledger;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PartPayments() {
        this(null, null, null);
    }

    void book(Caller worker, PlaceOrder order, List<OrderRows.NewPart> parts, Sale sale) {
        ledger.postSale(worker, sale);
        if (order.method() == PaymentMethod.CARD && payments.isTakenInParts(worker)) {
            ledger.postAuthorisation(worker, sale);
            String currency = order.goods().currency();
            captures.divide(
                    worker,
                    order.paymentId(),
                    parts.stream()
                            .map(part ->
                                    new PaymentShare(part.id(), part.tenantId(), new Money(part.total(), currency)))
                            .toList());
        }
    }
}
