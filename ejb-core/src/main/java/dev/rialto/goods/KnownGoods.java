package dev.rialto.goods;

import dev.rialto.goods.VariantSpec.ListPrice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goods as they stand before an upsert: what other systems do not know of them stays, and it is seen whether anything
 * would change.
 *
 * @param variants those on sale, in their order, with their ids and all prices
 */
record KnownGoods(GoodsState state, GoodsDetails details, List<VariantSpec> variants, List<PictureSpec> pictures) {

    /** The wish with what it leaves out as it is. */
    GoodsUpsert under(GoodsUpsert wish) {
        return new GoodsUpsert(
                wish.tenantId(),
                wish.handle(),
                under(wish.details()),
                wish.variants().stream().map(this::under).toList(),
                wish.pictures() == null
                        ? null
                        : wish.pictures().stream().map(this::under).toList(),
                wish.state(),
                wish.pieces(),
                wish.others());
    }

    private GoodsDetails under(GoodsDetails wish) {
        Map<String, GoodsDetails.Text> texts = new HashMap<>();
        wish.texts()
                .forEach((language, text) ->
                        texts.put(language, under(text, details.texts().get(language))));
        return new GoodsDetails(
                wish.categoryId(),
                wish.taxClass(),
                wish.vendor(),
                wish.tags(),
                wish.attributes().isEmpty() ? details.attributes() : wish.attributes(),
                wish.defaultLanguage(),
                texts);
    }

    private static GoodsDetails.Text under(GoodsDetails.Text wish, GoodsDetails.@Nullable Text known) {
        return known == null || !wish.summary().isEmpty()
                ? wish
                : new GoodsDetails.Text(wish.title(), known.summary(), wish.bodyHtml(), wish.optionNames());
    }

    private VariantSpec under(VariantSpec wish) {
        VariantSpec known = variant(wish.optionValues());
        return known == null || !wish.optionTexts().isEmpty()
                ? wish
                : new VariantSpec(
                        wish.id(),
                        wish.sku(),
                        wish.optionValues(),
                        known.optionTexts(),
                        wish.weightGrams(),
                        wish.barcode(),
                        wish.prices(),
                        wish.pieces());
    }

    private PictureSpec under(PictureSpec wish) {
        Map<String, String> alt = new HashMap<>();
        pictures.stream()
                .filter(known -> known.picture().key().equals(wish.picture().key()))
                .forEach(known -> alt.putAll(known.alt()));
        alt.putAll(wish.alt());
        return new PictureSpec(wish.picture(), alt);
    }

    private @Nullable VariantSpec variant(List<String> optionValues) {
        return variants.stream()
                .filter(known -> known.optionValues().equals(optionValues))
                .findFirst()
                .orElse(null);
    }

    /** Has one of the wish's variants a price that it keeps? */
    boolean hasPrice(GoodsUpsert wish) {
        return wish.variants().stream()
                .map(one -> variant(one.optionValues()))
                .anyMatch(known -> known != null && !known.prices().isEmpty());
    }

    /** Would the wish, as it comes from {@link #under}, leave everything as it is? */
    boolean isAlready(GoodsUpsert wish) {
        return state == wish.state() && hasDetails(wish.details()) && hasVariants(wish) && hasPictures(wish.pictures());
    }

    private boolean hasDetails(GoodsDetails wish) {
        return wish.categoryId().equals(details.categoryId())
                && wish.taxClass().equals(details.taxClass())
                && Objects.equals(wish.vendor(), details.vendor())
                && wish.tags().equals(details.tags())
                && wish.attributes().equals(details.attributes())
                && wish.defaultLanguage().equals(details.defaultLanguage())
                && wish.texts().entrySet().stream().allMatch(text -> GoodsWriter.stored(text.getValue())
                        .equals(details.texts().get(text.getKey())));
    }

    private boolean hasVariants(GoodsUpsert wish) {
        return (wish.others() == GoodsUpsert.Others.KEPT
                        || order(wish.variants()).equals(order(variants)))
                && wish.variants().stream().allMatch(one -> isAlready(one, wish.pieces()));
    }

    private static List<List<String>> order(List<VariantSpec> variants) {
        return variants.stream().map(VariantSpec::optionValues).toList();
    }

    private boolean isAlready(VariantSpec wish, GoodsUpsert.Pieces pieces) {
        VariantSpec known = variant(wish.optionValues());
        return known != null
                && (wish.id() == null || wish.id().equals(known.id()))
                && Objects.equals(wish.sku(), known.sku())
                && wish.optionTexts().equals(known.optionTexts())
                && wish.weightGrams() == known.weightGrams()
                && Objects.equals(wish.barcode(), known.barcode())
                && hasPrices(known.prices(), wish.prices())
                && (pieces == GoodsUpsert.Pieces.FIRST_ONLY
                        || wish.pieces() == null
                        || wish.pieces().equals(known.pieces()));
    }

    private static boolean hasPrices(Map<String, ListPrice> known, Map<String, ListPrice> wanted) {
        return known.entrySet().containsAll(wanted.entrySet());
    }

    private boolean hasPictures(@Nullable List<PictureSpec> wish) {
        return wish == null || shown(wish).equals(shown(pictures));
    }

    private static List<Map.Entry<String, Map<String, String>>> shown(List<PictureSpec> pictures) {
        return pictures.stream()
                .map(one -> Map.entry(one.picture().key(), one.alt()))
                .collect(Collectors.toList());
    }
}
