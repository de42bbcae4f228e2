package dev.rialto.goods;

import dev.rialto.goods.VariantSpec.ListPrice;
import dev.rialto.kernel.Violations;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goods must fulfil before they are written; every wrong field is named. */
final class GoodsChecks {
    static final int MOST_VARIANTS = 250;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_BODY = 100_000;
    private static final int MOST_OPTIONS = 3;
    private static final int LONGEST_VALUE = 100;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST_SKU = 100;
    private static final int HEAVIEST_GRAMS = 10_000_000;
    private static final long HIGHEST_PRICE = 1_000_000_000_000L;
    private static final long MOST_PIECES = 1_000_000_000;
    private static final String LANGUAGE = "[a-z]{2}(-[A-Za-z]{2,4})?";

    private final Violations violations;

    GoodsChecks(Violations violations) {
        this.violations = violations;
    }

    void details(GoodsDetails details) {
        violations.check(
                details.texts().containsKey(details.defaultLanguage()),
                "texts." + details.defaultLanguage(),
                "required");
        details.texts().forEach(this::text);
        violations.text("taxClass", details.taxClass(), LONGEST_VALUE);
        violations.optionalText("vendor", details.vendor(), LONGEST_VALUE);
        violations.check(details.tags().size() <= MOST_WORDS, "tags", "too_many", MOST_WORDS);
        details.tags().forEach(tag -> violations.text("tags", tag, LONGEST_VALUE));
        violations.check(details.attributes().size() <= MOST_WORDS, "attributes", "too_many", MOST_WORDS);
        details.attributes().keySet().forEach(name -> violations.text("attributes", name, LONGEST_VALUE));
    }

    private void text(String language, GoodsDetails.Text text) {
        String at = "texts." + language + ".";
        violations.check(language.matches(LANGUAGE), "texts." + language, "invalid");
        violations.text(at + "title", text.title(), LONGEST_TITLE);
        violations.optionalText(at + "summary", text.summary(), LONGEST_SUMMARY);
        violations.optionalText(at + "bodyHtml", text.bodyHtml(), LONGEST_BODY);
        violations.check(text.optionNames().size() <= MOST_OPTIONS, at + "optionNames", "too_many", MOST_OPTIONS);
        text.optionNames().forEach(name -> violations.text(at + "optionNames", name, LONGEST_VALUE));
    }

    /** Variants of goods whose options have these names. */
    void variants(List<VariantSpec> variants, List<String> optionNames) {
        violations.check(!variants.isEmpty(), "variants", "required");
        violations.check(variants.size() <= MOST_VARIANTS, "variants", "too_many", MOST_VARIANTS);
        Set<List<String>> values = new HashSet<>();
        Set<String> skus = new HashSet<>();
        for (int i = 0; i < variants.size(); i++) {
            VariantSpec variant = variants.get(i);
            String at = "variants." + i + ".";
            variant(variant, at, optionNames.size());
            violations.check(values.add(variant.optionValues()), at + "optionValues", "twice");
            violations.check(variant.sku() == null || skus.add(variant.sku()), at + "sku", "twice");
        }
    }

    private void variant(VariantSpec variant, String at, int options) {
        violations.check(variant.optionValues().size() == options, at + "optionValues", "wrong_number", options);
        variant.optionValues().forEach(value -> violations.text(at + "optionValues", value, LONGEST_VALUE));
        if (variant.sku() != null) {
            violations.text(at + "sku", variant.sku(), LONGEST_SKU);
        }
        violations.optionalText(at + "barcode", variant.barcode(), LONGEST_VALUE);
        range(at + "weightGrams", (long) variant.weightGrams(), HEAVIEST_GRAMS);
        range(at + "pieces", variant.pieces(), MOST_PIECES);
        prices(variant.prices(), at + "prices.");
    }

    void prices(Map<String, ListPrice> prices, String at) {
        prices.forEach((currency, price) -> {
            violations.check(isCurrency(currency), at + currency, "unknown_currency");
            range(at + currency + ".amount", price.amount(), HIGHEST_PRICE);
            violations.check(
                    price.compareAt() == null || price.compareAt() >= price.amount(),
                    at + currency + ".compareAt",
                    "below_amount");
        });
    }

    private void range(String field, @Nullable Long value, long highest) {
        violations.check(value == null || (value >= 0 && value <= highest), field, "out_of_range", 0, highest);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
