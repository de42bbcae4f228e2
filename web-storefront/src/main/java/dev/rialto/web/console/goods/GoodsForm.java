package dev.rialto.web.console.goods;

import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.VariantSpec;
import dev.rialto.goods.VariantSpec.ListPrice;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Visit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the form of goods: texts per language, place, and a line for each variant. Blank lines are left out. */
final class GoodsForm {
    private static final UUID NO_CATEGORY = new UUID(0, 0);

    private final Entries entries;
    private final List<String> languages;
    private final List<String> currencies;
    private final @Nullable GoodsDraft before;

    GoodsForm(Visit visit, @Nullable GoodsDraft before) {
        this.entries = visit.entries();
        this.languages = visit.house().languages();
        this.currencies = visit.house().currencies();
        this.before = before;
    }

    GoodsDetails details() {
        UUID category = entries.id("categoryId").orElse(NO_CATEGORY);
        entries.check(!category.equals(NO_CATEGORY), "categoryId", "required");
        return new GoodsDetails(
                category,
                entries.text("taxClass"),
                entries.optional("vendor").orElse(null),
                words("tags"),
                before == null ? Map.of() : before.details().attributes(),
                entries.text("defaultLanguage"),
                texts());
    }

    /** The names of the options by language, for languages that have a title. */
    Map<String, List<String>> optionNames() {
        Map<String, List<String>> names = new HashMap<>();
        texts().forEach((language, text) -> names.put(language, text.optionNames()));
        return names;
    }

    List<VariantSpec> variants() {
        int options = names(entries.text("defaultLanguage")).size();
        return entries.lines("variants").stream()
                .sorted(Comparator.comparingInt(GoodsForm::number))
                .map(line -> variant("variants." + line, options))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<VariantSpec> variant(String line, int options) {
        @Nullable UUID id = entries.id(line + ".id").orElse(null);
        List<String> values =
                entries.all(line + ".optionValues").stream().limit(options).toList();
        Map<String, ListPrice> prices = prices(line);
        boolean blank = prices.isEmpty()
                && values.stream().allMatch(String::isEmpty)
                && entries.text(line + ".sku").isEmpty();
        if (entries.ticked(line + ".remove") || (blank && id == null)) {
            return Optional.empty();
        }
        return Optional.of(new VariantSpec(
                id,
                entries.optional(line + ".sku").orElse(null),
                values,
                id == null ? Map.of() : optionTexts(id, values),
                entries.wholeOrNone(line + ".weightGrams").orElse(0L).intValue(),
                before(id).map(VariantSpec::barcode).orElse(null),
                prices,
                entries.wholeOrNone(line + ".pieces").orElse(null)));
    }

    /** Translations of values stay as long as the values do. */
    private Map<String, List<String>> optionTexts(UUID id, List<String> values) {
        return before(id)
                .filter(variant -> variant.optionValues().equals(values))
                .map(VariantSpec::optionTexts)
                .orElse(Map.of());
    }

    private Optional<VariantSpec> before(@Nullable UUID id) {
        return before == null || id == null
                ? Optional.empty()
                : before.variants().stream()
                        .filter(variant -> id.equals(variant.id()))
                        .findFirst();
    }

    private Map<String, ListPrice> prices(String line) {
        Map<String, ListPrice> prices = new LinkedHashMap<>();
        for (String currency : currencies) {
            String name = line + ".prices." + currency;
            Optional<Long> compareAt = entries.minor(name + ".compareAt", currency);
            entries.minor(name + ".amount", currency)
                    .ifPresent(amount -> prices.put(currency, new ListPrice(amount, compareAt.orElse(null))));
        }
        return prices;
    }

    private Map<String, GoodsDetails.Text> texts() {
        Map<String, GoodsDetails.Text> texts = new LinkedHashMap<>();
        for (String language : languages) {
            String at = "texts." + language + ".";
            GoodsDetails.Text text = new GoodsDetails.Text(
                    entries.text(at + "title"),
                    entries.text(at + "summary"),
                    entries.text(at + "bodyHtml"),
                    names(language));
            boolean blank = (text.title() + text.summary() + text.bodyHtml()).isEmpty();
            if (!blank) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    private List<String> names(String language) {
        return entries.all("texts." + language + ".optionNames").stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<String> words(String name) {
        return Arrays.stream(entries.text(name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static int number(String line) {
        return line.matches("[0-9]{1,4}") ? Integer.parseInt(line) : Integer.MAX_VALUE;
    }
}
