package dev.rialto.savedcard;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.MembershipError;
import dev.rialto.payment.KeptCards;
import dev.rialto.payment.PaymentGateway.CardAnswer;
import dev.rialto.payment.PaymentGateway.GatewayAnswer;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/** Where a member sees the cards that a gateway keeps, and takes them away. */
@Stateless
@Boundary
public class SavedCards {
    private static final Logger LOG = System.getLogger(SavedCards.class.getName());

    private SavedCardBook book;
    private KeptCards gateways;

    @Inject
    public SavedCards(SavedCardBook book, KeptCards gateways) {
        this.book = book;
        this.gateways = gateways;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SavedCards() {}

    /**
     * The caller's cards, the latest first. One statement.
     *
     * @throws DomainException {@link SavedCardError#CARDS_SIGN_IN}
     */
    public List<SavedCardView> mine(Caller caller) {
        return book.of(caller, member(caller));
    }

    /**
     * Takes a card away; twice is as good as once. It is gone here whether the gateway answers or not: a job asks again.
     *
     * @throws DomainException {@link SavedCardError#CARDS_SIGN_IN}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void remove(Caller caller, UUID card) {
        Caller worker = caller.asWorker();
        book.forget(worker, member(caller), card).ifPresent(forgotten -> tell(worker, forgotten));
    }

    private static UUID member(Caller caller) {
        return caller.signedIn().orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }

    /**
     * Asks what gateways keep of payments that are approved, and tells them what to forget.
     *
     * @param caller a worker
     * @param limit how many of each at most
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void settle(Caller caller, int limit) {
        for (UUID payment : book.claimOffers(caller, limit)) {
            CardAnswer answer = gateways.ask(caller, payment);
            if (!(answer instanceof CardAnswer.Unknown)) {
                book.answered(caller, payment, answer);
            }
        }
        book.claimForgotten(caller, limit).forEach(card -> tell(caller, card));
    }

    /** A gateway that refuses for good is a person's matter; it is asked again meanwhile. */
    private void tell(Caller worker, SavedCardBook.Forgotten card) {
        GatewayAnswer answer = gateways.forget(worker, card.gateway(), "forget-" + card.id(), card.token());
        if (answer instanceof GatewayAnswer.Done) {
            book.told(worker, card.id());
        } else if (answer instanceof GatewayAnswer.Refused refusal) {
            LOG.log(Level.ERROR, "{0} refuses to forget card {1}: {2}", card.gateway(), card.id(), refusal.reason());
        }
    }
}
