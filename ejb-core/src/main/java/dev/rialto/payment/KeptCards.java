package dev.rialto.payment;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** What gateways keep of cards, asked and ended; every method speaks to a gateway, outside any transaction. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeptCards {
    private PaymentBook book;
    private Gateways gateways;

    @Inject
    public KeptCards(PaymentBook book, Gateways gateways) {
        this.book = book;
        this.gateways = gateways;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected KeptCards() {}

    /**
     * Asks what came of offering to keep the card of an approved payment.
     *
     * @param caller a worker
     */
    public PaymentGateway.CardAnswer ask(Caller caller, UUID payment) {
        PaymentRow row = book.row(caller, payment);
        return gateways.named(row.gateway()).keptCard(GatewayCalls.named(row));
    }

    /**
     * Makes a gateway forget a card.
     *
     * @param caller a worker
     * @param requestId stable id of this request
     * @param token the gateway's name for the card
     */
    public PaymentGateway.GatewayAnswer forget(Caller caller, String gateway, String requestId, String token) {
        return gateways.named(gateway).forgetCard(requestId, token);
    }
}
