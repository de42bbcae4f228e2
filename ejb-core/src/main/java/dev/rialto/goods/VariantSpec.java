package dev.rialto.goods;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One form in which goods are sold.
 *
 * @param id of a variant that is to stay the same though its option values change; otherwise the values tell which it is
 * @param sku the seller's own number, unique among its goods
 * @param optionValues in the goods' default language, in the order of the option names; empty without options
 * @param optionTexts the same in other languages
 * @param prices listed price by currency
 * @param pieces on hand: what a new variant begins with; null for none
 */
public record VariantSpec(
        @Nullable UUID id,
        @Nullable String sku,
        List<String> optionValues,
        Map<String, List<String>> optionTexts,
        int weightGrams,
        @Nullable String barcode,
        Map<String, ListPrice> prices,
        @Nullable Long pieces) {

    /**
     * A listed price in minor units.
     *
     * @param compareAt what it is compared with, not below the amount
     */
    public record ListPrice(long amount, @Nullable Long compareAt) {}

    public VariantSpec {
        optionValues = List.copyOf(optionValues);
        optionTexts = Map.copyOf(optionTexts);
        prices = Map.copyOf(prices);
    }

    /** A variant of goods without options, in one currency. */
    public static VariantSpec plain(String currency, long amount, long pieces) {
        return new VariantSpec(
                null, null, List.of(), Map.of(), 0, null, Map.of(currency, new ListPrice(amount, null)), pieces);
    }
}
