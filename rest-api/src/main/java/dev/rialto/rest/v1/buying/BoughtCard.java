package dev.rialto.rest.v1.buying;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card that came with an order.
 *
 * @param state unpaid, due, short, recharging, recharged, delivered, used, void, expired, cancelled or revoked
 * @param product names of the card by language
 * @param lastFour of its code; null as long as there is none
 * @param readable may its code be shown?
 * @param fellBack was the code delivered because the account could not be recharged?
 * @param account that was recharged, masked
 * @param providerNumber under which the provider has the recharge
 * @param rechargeAt where its code is used; null where the channel has no shop
 */
public record BoughtCard(
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
    public BoughtCard {
        product = Map.copyOf(product);
    }
}
