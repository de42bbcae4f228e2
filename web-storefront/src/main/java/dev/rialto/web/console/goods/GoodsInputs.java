package dev.rialto.web.console.goods;

import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.VariantSpec;
import dev.rialto.goods.VariantSpec.ListPrice;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the inputs of the goods form begin with: the goods as they are, or nothing. */
public final class GoodsInputs {
    private static final int OPTIONS = 3;
    private static final int SPARE_LINES = 2;

    private final @Nullable GoodsDraft draft;
    private final List<CategoryNode> tree;

    GoodsInputs(@Nullable GoodsDraft draft, List<CategoryNode> tree) {
        this.draft = draft;
        this.tree = tree;
    }

    public List<Option> categories() {
        return GoodsWords.categories(tree);
    }

    public List<Option> taxClasses(Visit visit) {
        return Stream.of("standard", "reduced", "zero")
                .map(code -> new Option(code, visit.say("tax." + code)))
                .toList();
    }

    public List<Option> languages(Visit visit) {
        return visit.house().languages().stream()
                .map(code -> new Option(code, visit.show().language(code)))
                .toList();
    }

    public String defaultLanguage(Visit visit) {
        return draft == null
                ? visit.house().languages().get(0)
                : draft.details().defaultLanguage();
    }

    public String category() {
        return draft == null ? "" : draft.details().categoryId().toString();
    }

    public String taxClass() {
        return draft == null ? "standard" : draft.details().taxClass();
    }

    public @Nullable String vendor() {
        return draft == null ? "" : draft.details().vendor();
    }

    public String tags() {
        return draft == null ? "" : String.join(", ", draft.details().tags());
    }

    public String text(String language, String part) {
        return textOf(language)
                .map(text -> switch (part) {
                    case "title" -> text.title();
                    case "summary" -> text.summary();
                    default -> text.bodyHtml();
                })
                .orElse("");
    }

    public String optionName(String language, int place) {
        List<String> names =
                textOf(language).map(GoodsDetails.Text::optionNames).orElse(List.of());
        return place < names.size() ? names.get(place) : "";
    }

    /** The places of options: 0, 1, 2. */
    public List<Integer> places() {
        return IntStream.range(0, OPTIONS).boxed().toList();
    }

    /** The numbers of the lines: those there are, or were typed, and some to spare. */
    public List<Integer> lines(Visit visit) {
        int filled = draft == null ? 0 : draft.variants().size();
        int typed = visit.isReturned() ? visit.entries().lines("variants").size() : 0;
        return IntStream.range(0, Math.max(filled + SPARE_LINES, typed)).boxed().toList();
    }

    public boolean isFilled(int line) {
        return variant(line).isPresent();
    }

    public String id(int line) {
        return variant(line).map(VariantSpec::id).map(String::valueOf).orElse("");
    }

    public String sku(int line) {
        return variant(line).map(VariantSpec::sku).orElse("");
    }

    public String value(int line, int place) {
        List<String> values = variant(line).map(VariantSpec::optionValues).orElse(List.of());
        return place < values.size() ? values.get(place) : "";
    }

    public String weight(int line) {
        return variant(line)
                .map(variant -> String.valueOf(variant.weightGrams()))
                .orElse("");
    }

    public String amount(int line, String currency, Visit visit) {
        return price(line, currency)
                .map(price -> visit.show().plain(price.amount(), currency))
                .orElse("");
    }

    public String compareAt(int line, String currency, Visit visit) {
        return price(line, currency)
                .map(price -> visit.show().plain(price.compareAt(), currency))
                .orElse("");
    }

    public long pieces(int line) {
        return variant(line).map(VariantSpec::pieces).orElse(0L);
    }

    public String stockPath(int line) {
        return variant(line)
                .map(VariantSpec::id)
                .map(id -> "/stock/" + Ids.external("variant", id))
                .orElse("");
    }

    private Optional<ListPrice> price(int line, String currency) {
        return variant(line).map(VariantSpec::prices).map(prices -> prices.get(currency));
    }

    private Optional<VariantSpec> variant(int line) {
        return draft == null || line >= draft.variants().size()
                ? Optional.empty()
                : Optional.of(draft.variants().get(line));
    }

    private Optional<GoodsDetails.Text> textOf(String language) {
        Map<String, GoodsDetails.Text> texts =
                draft == null ? Map.of() : draft.details().texts();
        return Optional.ofNullable(texts.get(language));
    }
}
