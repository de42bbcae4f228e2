package dev.rialto.refund;

import dev.rialto.kernel.Money;
import java.util.Map;
import java.util.Optional;

/**
 * Up to how much one person gives back of a payment, as it counts now.
 *
 * @param alone by currency; a currency that is not named has no limit
 */
public record RefundTerms(Map<String, Money> alone, long version) {
    public RefundTerms {
        alone = Map.copyOf(alone);
    }

    /** Up to how much one person gives back in a currency; empty for any amount. */
    public Optional<Money> limit(String currency) {
        return Optional.ofNullable(alone.get(currency));
    }
}
