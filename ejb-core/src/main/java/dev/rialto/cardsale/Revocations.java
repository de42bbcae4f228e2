package dev.rialto.cardsale;

import dev.rialto.order.PartCalledOff;
import dev.rialto.order.PartPaidBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Listens for parts of orders that are called off: their codes go with them, or they stay; and for those all paid back. */
@ApplicationScoped
class Revocations {
    private final RevokedCards cards;

    @Inject
    Revocations(RevokedCards cards) {
        this.cards = cards;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Revocations() {
        this(null);
    }

    void onPaidBack(@Observes PartPaidBack news) {
        cards.requireNoneLive(news.caller().asWorker(), news.subOrderId());
    }

    void revoke(@Observes PartCalledOff news) {
        cards.revoke(news.caller().asWorker(), news);
    }
}
