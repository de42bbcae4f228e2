package dev.rialto.trial;

import dev.rialto.goods.Categories;
import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsFilter;
import dev.rialto.goods.GoodsRow;
import dev.rialto.goods.GoodsState;
import dev.rialto.goods.NewGoods;
import dev.rialto.goods.PictureSpec;
import dev.rialto.goods.VariantSpec;
import dev.rialto.kernel.Caller;
import dev.rialto.picture.StoredPicture;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Goods to try out with: copies of the seller's own, or samples when there are none. */
@ApplicationScoped
class TrialGoods {
    private static final int COPIES = 20;
    private static final long PIECES = 100;
    private static final long SAMPLE_PRICE = 1_000;

    private final GoodsEditor editor;
    private final Categories categories;

    @Inject
    TrialGoods(GoodsEditor editor, Categories categories) {
        this.editor = editor;
        this.categories = categories;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TrialGoods() {
        this(null, null);
    }

    /** Fills a new sandbox. */
    void fill(Caller worker, UUID live, UUID test, SiteView site) {
        List<GoodsRow> own = editor.list(
                        worker,
                        new GoodsFilter(
                                live,
                                null,
                                null,
                                GoodsState.ON_SALE,
                                null,
                                site.defaultLanguage(),
                                site.defaultCurrency(),
                                null,
                                COPIES))
                .items();
        own.forEach(row -> copy(worker, editor.view(worker, row.id()), test));
        if (own.isEmpty()) {
            samples(worker, test, site);
        }
    }

    private void copy(Caller worker, GoodsDraft goods, UUID test) {
        List<VariantSpec> variants =
                goods.variants().stream().map(TrialGoods::fresh).toList();
        UUID copy = editor.create(worker, new NewGoods(test, goods.details(), variants, GoodsState.ON_SALE));
        goods.pictures()
                .forEach(picture -> editor.addPicture(
                        worker,
                        copy,
                        new PictureSpec(
                                new StoredPicture(picture.key(), picture.width(), picture.height()), picture.alt())));
    }

    private static VariantSpec fresh(VariantSpec variant) {
        return new VariantSpec(
                null,
                variant.sku(),
                variant.optionValues(),
                variant.optionTexts(),
                variant.weightGrams(),
                variant.barcode(),
                variant.prices(),
                PIECES);
    }

    private void samples(Caller worker, UUID test, SiteView site) {
        Optional<UUID> category = categories.tree(worker, "en").stream()
                .flatMap(major -> major.children().stream())
                .map(minor -> minor.id())
                .findFirst();
        category.ifPresent(minor -> {
            for (int number = 1; number <= 3; number++) {
                editor.create(worker, sample(test, minor, number, site));
            }
        });
    }

    private static NewGoods sample(UUID test, UUID category, int number, SiteView site) {
        Map<String, GoodsDetails.Text> texts = Map.of(
                "en", GoodsDetails.Text.of("Sample " + number),
                "ko", GoodsDetails.Text.of("견본 " + number),
                "ja", GoodsDetails.Text.of("サンプル " + number),
                "zh", GoodsDetails.Text.of("样品 " + number));
        Map<String, VariantSpec.ListPrice> prices = site.currencies().stream()
                .collect(Collectors.toMap(
                        currency -> currency, currency -> new VariantSpec.ListPrice(SAMPLE_PRICE * number, null)));
        return new NewGoods(
                test,
                new GoodsDetails(category, "standard", null, List.of(), Map.of(), "en", texts),
                List.of(new VariantSpec(null, null, List.of(), Map.of(), 0, null, prices, PIECES)),
                GoodsState.ON_SALE);
    }
}
