package dev.rialto.channel;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of card stock, which stays.
 *
 * @param kind purchase, sold_on, bought_on, withdrawn, coded, voided, listed, unlisted, used
 * @param unitMinor for one card, where money changed hands
 * @param other the channel on the other side
 * @param reference the provider's invoice, or why, or the id of what it is about
 * @param about batch, order or recharge when the reference is an id; other when the caller does not see what it is of
 */
public record CardMovement(
        UUID id,
        UUID channelId,
        String channel,
        UUID productId,
        String sku,
        String kind,
        long quantity,
        @Nullable Long unitMinor,
        @Nullable String currency,
        @Nullable String other,
        @Nullable String reference,
        @Nullable String about,
        Instant at) {

    /** What all of it cost or brought, where money changed hands. */
    public Optional<Money> total() {
        return unitMinor == null || currency == null
                ? Optional.empty()
                : Optional.of(new Money(unitMinor, currency).times(quantity));
    }
}
