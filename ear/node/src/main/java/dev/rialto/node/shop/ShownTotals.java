package dev.rialto.node.shop;

import dev.rialto.kernel.Money;
import dev.rialto.web.port.Offer;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each buyer was shown to pay, by the offer's fingerprint; without it an offer is shown again before it is paid. */
@ApplicationScoped
class ShownTotals {
    private static final int MOST = 20_000;

    private final Map<String, Money> totals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Money> eldest) {
            return size() > MOST;
        }
    };

    synchronized void keep(Visitor visitor, Offer offer) {
        totals.put(visitor.token() + ' ' + offer.fingerprint(), offer.total());
    }

    synchronized Optional<Money> of(Visitor visitor, String fingerprint) {
        return Optional.ofNullable(totals.get(visitor.token() + ' ' + fingerprint));
    }
}
