package dev.rialto.web.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cards that came with an order, on shops of this process. */
public interface CardsPort {

    /** The cards of an order of the visitor's own; none of somebody else's. */
    List<Card> of(Visitor visitor, String number);

    /** The code of a card in clear; it is logged that it was shown. */
    String show(Visitor visitor, String number, String card);

    /**
     * One card.
     *
     * @param state unpaid, due, short, recharging, recharged, delivered, used, void, expired, cancelled or revoked
     * @param lastFour of its code; null as long as there is none
     * @param readable may its code be shown?
     * @param fellBack was the code delivered because the account could not be recharged?
     * @param account that was recharged, masked
     * @param rechargeAt where its code is used; null where the channel has no shop
     */
    record Card(
            String id,
            String state,
            Map<String, String> product,
            @Nullable String lastFour,
            boolean readable,
            @Nullable Instant expiresAt,
            boolean fellBack,
            @Nullable String account,
            @Nullable String providerNumber,
            @Nullable String rechargeAt) {
        public Card {
            product = Map.copyOf(product);
        }
    }
}
