package dev.rialto.channel;

import dev.rialto.kernel.Texts;
import java.util.Map;
import java.util.UUID;

/**
 * A card of a provider.
 *
 * @param provider the provider's name as people read it
 * @param sku the provider's own name for the card
 * @param names per language
 * @param accountForm regular expression of accounts at the provider
 * @param validityDays how long codes of it may be used
 * @param active false while it, or its provider, is off
 */
public record CardProduct(
        UUID id,
        UUID providerId,
        String provider,
        String sku,
        Map<String, String> names,
        String accountForm,
        String accountExample,
        int validityDays,
        boolean active,
        long version) {
    public CardProduct {
        names = Map.copyOf(names);
    }

    public String name(String language) {
        return Texts.pick(names, language, "en");
    }
}
