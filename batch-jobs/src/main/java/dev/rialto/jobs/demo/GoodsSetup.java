package dev.rialto.jobs.demo;

import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsState;
import dev.rialto.goods.GoodsUpsert;
import dev.rialto.goods.PictureSpec;
import dev.rialto.goods.VariantSpec;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The goods of a seller with their pictures. */
@ApplicationScoped
class GoodsSetup {
    @Inject
    private GoodsEditor editor;

    @Inject
    private Categories categories;

    @Inject
    private DemoPictures pictures;

    /** Writes articles under their slugs; a second time changes nothing. */
    void fill(Caller worker, UUID tenant, MallContent mall, SellerContent.Turn turn, DemoFolder folder) {
        Map<String, UUID> places = places(worker);
        Map<String, List<PictureSpec>> kept = pictures.keep(folder, turn.articles());
        List<GoodsUpsert> upserts = turn.articles().stream()
                .map(article -> new Translation(mall, article, turn.language())
                        .upsert(tenant, places, kept.getOrDefault(article.slug(), List.of())))
                .toList();
        refuseRefusals(editor.upsertAll(worker, upserts));
    }

    private Map<String, UUID> places(Caller worker) {
        return categories.tree(worker, "en").stream()
                .flatMap(major -> Stream.concat(Stream.of(major), major.children().stream()))
                .collect(Collectors.toMap(CategoryNode::slug, CategoryNode::id));
    }

    private static void refuseRefusals(List<GoodsUpsert.Outcome> outcomes) {
        List<GoodsUpsert.Outcome> refused = outcomes.stream()
                .filter(outcome -> outcome.result() == GoodsUpsert.Result.REFUSED)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("goods of the demo were refused: " + refused);
        }
    }

    /** An article in the words of the goods' boundary. */
    private record Translation(MallContent mall, SellerContent.Article article, String language) {

        GoodsUpsert upsert(UUID tenant, Map<String, UUID> places, List<PictureSpec> pictures) {
            UUID category = places.get(article.category());
            if (category == null) {
                throw new IllegalStateException("the mall has no category " + article.category());
            }
            GoodsDetails details = new GoodsDetails(
                    category,
                    article.taxClass(),
                    null,
                    article.tags(),
                    Map.of("material", mall.materials().getOrDefault(article.material(), Map.of())),
                    language,
                    texts());
            return new GoodsUpsert(
                    tenant,
                    article.slug(),
                    details,
                    article.variants().stream().map(this::variant).toList(),
                    pictures,
                    GoodsState.ON_SALE,
                    GoodsUpsert.Pieces.FIRST_ONLY);
        }

        private Map<String, GoodsDetails.Text> texts() {
            return by(spoken -> {
                SellerContent.Words words = article.texts().get(spoken);
                if (words == null) {
                    throw new IllegalStateException(article.slug() + " has no words in " + spoken);
                }
                return new GoodsDetails.Text(words.title(), words.summary(), words.bodyHtml(), optionNames(spoken));
            });
        }

        private List<String> optionNames(String spoken) {
            return article.options().stream()
                    .map(key -> mall.optionNames().getOrDefault(key, Map.of()).getOrDefault(spoken, key))
                    .toList();
        }

        private VariantSpec variant(SellerContent.Choice choice) {
            Map<String, VariantSpec.ListPrice> prices = choice.prices().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, price -> new VariantSpec.ListPrice(price.getValue(), null)));
            return new VariantSpec(
                    null,
                    choice.sku(),
                    values(choice, language),
                    by(spoken -> values(choice, spoken)),
                    choice.weightGrams(),
                    null,
                    prices,
                    (long) choice.stock());
        }

        private List<String> values(SellerContent.Choice choice, String spoken) {
            return choice.values().stream().map(key -> mall.value(key, spoken)).toList();
        }

        private <T> Map<String, T> by(Function<String, T> words) {
            return mall.languages().stream().collect(Collectors.toMap(Function.identity(), words));
        }
    }
}
