package dev.rialto.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.rialto.goods.ShelfPage.Facet;
import dev.rialto.goods.ShelfPage.Value;
import dev.rialto.goods.ShelfQuery.Sort;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture fixture;
    static Shelf shelf;
    static UUID first;
    static UUID second;
    static UUID storefront;
    static final Caller SHOPPER = GoodsFixture.shopper();

    @BeforeAll
    static void twoSellersWithGoods() {
        mall = TestMall.empty(folder);
        fixture = new GoodsFixture(mall, 500);
        shelf = mall.get(Shelf.class);
        first = fixture.seller("First");
        second = fixture.seller("Second");
        storefront = fixture.storefront(first, 1000);
        fixture.goods(first, "shirt", "Plain shirt", 10_000, 3);
        fixture.goods(second, "lamp", "Desk lamp", 30_000, 0);
        fixture.goods(second, "mug", "Blue mug", 4_000, 9);
        withOptions();
    }

    /** A jacket that is sold as red in S and as blue in L, in four languages. */
    private static void withOptions() {
        UUID small = fixture.goods(first, "jacket", "Leather jacket", 90_000, 1);
        UUID goods = mall.value(UUID.class, "select goods_id from variant where id = ?", small);
        mall.execute("update goods_text set option_names = '{Size,Color}' where goods_id = ?", goods);
        mall.execute("""
                insert into goods_text (goods_id, tenant_id, language, title, option_names) values
                    (?, ?, 'ko', '가죽 재킷', '{사이즈,색상}'), (?, ?, 'ja', '革のジャケット 財布つき', '{}'),
                    (?, ?, 'zh', '皮夹克', '{}')
                """, goods, first, goods, first, goods, first);
        mall.execute("""
                update variant set option_values = '{S,Red}', option_texts = '{"ko": ["소", "빨강"]}' where id = ?
                """, small);
        UUID large = Ids.next();
        mall.execute(
                "insert into variant (id, goods_id, tenant_id, position, option_values) values (?, ?, ?, 1, '{L,Blue}')",
                large,
                goods,
                first);
        mall.execute("insert into price values (?, ?, 'KRW', 100000, null)", large, first);
        mall.execute("update goods set attributes = '{\"Material\": \"Leather\"}' where id = ?", goods);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    static ShelfQuery atTheMall() {
        return ShelfQuery.newest(fixture.mallSite, "en", "KRW", 20).in(null);
    }

    static ShelfQuery atTheStorefront() {
        return ShelfQuery.newest(storefront, "en", "KRW", 20).in(null);
    }

    static List<String> slugs(ShelfPage page) {
        return page.items().stream().map(GoodsCard::slug).toList();
    }

    static List<String> found(String words) {
        return slugs(shelf.search(SHOPPER, atTheMall().searching(words)));
    }

    static Facet facet(ShelfPage page, String name) {
        return page.facets().stream()
                .filter(facet -> facet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("A3")
    @Tag("D37")
    void theMallListsTheGoodsOfAllSellersAndNamesEach() {
        ShelfPage page = shelf.list(SHOPPER, atTheMall());
        assertThat(slugs(page)).containsExactly("jacket", "mug", "lamp", "shirt");
        assertThat(page.items())
                .extracting(GoodsCard::sellerName)
                .containsExactly("First", "Second", "Second", "First");
        assertThat(page.total()).isEqualTo(4);
    }

    @Test
    void aStorefrontListsItsSellersGoodsOnly() {
        assertThat(slugs(shelf.list(SHOPPER, atTheStorefront()))).containsExactly("jacket", "shirt");
        assertThat(shelf.goods(SHOPPER, storefront, "lamp", "en", "KRW")).isEmpty();
    }

    @Test
    void aStorefrontOfSomeCategoriesShowsThese() {
        UUID site = fixture.storefront(first, 0);
        mall.execute("update site set goods_scope = 'categories' where id = ?", site);
        ShelfQuery query = ShelfQuery.newest(site, "en", "KRW", 20);
        assertThat(shelf.list(SHOPPER, query).items()).isEmpty();
        assertThat(shelf.goods(SHOPPER, site, "shirt", "en", "KRW")).isEmpty();
        mall.execute("insert into site_category values (?, ?, ?)", site, fixture.clothing, first);
        assertThat(slugs(shelf.list(SHOPPER, query))).containsExactly("jacket", "shirt");
        assertThat(slugs(shelf.search(SHOPPER, query.searching("shirt")))).startsWith("shirt");
    }

    @Test
    @Tag("A24")
    @Tag("A25")
    void theStorefrontsRateReplacesTheMalls() {
        GoodsView atMall =
                shelf.goods(SHOPPER, fixture.mallSite, "shirt", "en", "KRW").orElseThrow();
        GoodsView atStorefront =
                shelf.goods(SHOPPER, storefront, "shirt", "en", "KRW").orElseThrow();
        assertThat(atMall.variants().get(0).price()).isEqualTo(9_500);
        assertThat(atStorefront.variants().get(0).price()).isEqualTo(9_000);
        assertThat(atStorefront.variants().get(0).listPrice()).isEqualTo(10_000);
        assertThat(shelf.list(SHOPPER, atTheStorefront()).items().get(1).price())
                .isEqualTo(9_000);
        UUID variant = atMall.variants().get(0).id();
        assertThat(mall.get(Quotes.class).of(SHOPPER, storefront, "en", "KRW", List.of(variant)))
                .singleElement()
                .satisfies(quote -> assertThat(quote.unitPrice()).isEqualTo(9_000));
        assertThat(mall.value(Long.class, "select amount from price where variant_id = ?", variant))
                .isEqualTo(10_000);
    }

    @Test
    void soldOutGoodsAreListedAsSuch() {
        ShelfPage page = shelf.list(SHOPPER, atTheMall());
        assertThat(page.items())
                .filteredOn(card -> !card.available())
                .extracting(GoodsCard::slug)
                .containsExactly("lamp");
    }

    @Test
    void listsInEveryOrderPageByPage() {
        for (Sort sort : Sort.values()) {
            List<String> whole = slugs(shelf.list(SHOPPER, atTheMall().by(sort)));
            ShelfQuery pages =
                    ShelfQuery.newest(fixture.mallSite, "en", "KRW", 1).by(sort);
            List<String> paged = new ArrayList<>();
            String next = null;
            do {
                ShelfPage page = shelf.list(SHOPPER, pages.after(next));
                paged.addAll(slugs(page));
                next = page.next();
            } while (next != null);
            assertThat(paged).containsExactlyElementsOf(whole).hasSize(4);
        }
        assertThat(slugs(shelf.list(SHOPPER, atTheMall().by(Sort.PRICE_UP))))
                .containsExactly("mug", "shirt", "lamp", "jacket");
    }

    @Test
    @Tag("A11")
    void anEditShowsInMallAndStorefrontAtOnce() {
        UUID variant = fixture.goods(first, "cap", "Cap", 1_000, 1);
        UUID goods = mall.value(UUID.class, "select goods_id from variant where id = ?", variant);
        mall.execute("update goods_text set title = 'Wool cap' where goods_id = ?", goods);
        assertThat(shelf.list(SHOPPER, atTheMall()).items().get(0).title()).isEqualTo("Wool cap");
        assertThat(shelf.list(SHOPPER, atTheStorefront()).items().get(0).title())
                .isEqualTo("Wool cap");
        mall.execute("update goods set state = 'withdrawn' where id = ?", goods);
        assertThat(slugs(shelf.list(SHOPPER, atTheMall()))).doesNotContain("cap");
        assertThat(found("wool")).isEmpty();
    }

    @Test
    void goodsOfASuspendedSellerLeaveTheShelf() {
        UUID third = fixture.seller("Third");
        fixture.goods(third, "kettle", "Kettle", 1_000, 1);
        mall.execute("update seller set state = 'suspended' where id = ?", third);
        assertThat(found("kettle")).isEmpty();
        mall.execute("update seller set state = 'active' where id = ?", third);
        assertThat(found("kettle")).containsExactly("kettle");
        mall.execute("update goods set state = 'deleted' where slug = 'kettle'");
    }

    @Test
    void facetsAreMatchedOnOneVariant() {
        assertThat(slugs(shelf.list(
                        SHOPPER, atTheMall().choosing(Map.of("size", List.of("s"), "colour", List.of("red"))))))
                .containsExactly("jacket");
        assertThat(shelf.list(SHOPPER, atTheMall().choosing(Map.of("size", List.of("l"), "colour", List.of("red"))))
                        .items())
                .isEmpty();
        assertThat(slugs(shelf.list(
                        SHOPPER, atTheMall().choosing(Map.of("size", List.of("s"), "price", List.of("90000-"))))))
                .isEmpty();
        assertThat(slugs(shelf.list(SHOPPER, atTheMall().choosing(Map.of("material", List.of("leather"))))))
                .containsExactly("jacket");
    }

    @Test
    void facetsAreCountedUnderTheOtherFacetsAsChosen() {
        ShelfPage page = shelf.list(SHOPPER, atTheMall().choosing(Map.of("size", List.of("s"))));
        assertThat(page.total()).isEqualTo(1);
        assertThat(facet(page, "colour").values()).containsExactly(new Value("red", "Red", 1));
        assertThat(facet(page, "size").values()).extracting(Value::value).containsExactlyInAnyOrder("s", "l");
        ShelfPage all = shelf.list(SHOPPER, atTheMall());
        assertThat(facet(all, "seller").values())
                .extracting(Value::label, Value::count)
                .contains(org.assertj.core.groups.Tuple.tuple("First", 2L));
        assertThat(facet(all, "category").values()).containsExactly(new Value("clothing", "Clothing", 4));
        assertThat(facet(all, "price").values())
                .extracting(Value::value)
                .containsExactly("2000-4999", "5000-9999", "20000-49999", "50000-99999");
    }

    @Test
    void facetsSpeakTheLanguageOfTheReader() {
        ShelfQuery korean = ShelfQuery.newest(storefront, "ko", "KRW", 20).in("shirts");
        Facet colour = facet(shelf.list(SHOPPER, korean), "colour");
        assertThat(colour.label()).isEqualTo("색상");
        assertThat(colour.values()).contains(new Value("red", "빨강", 1));
    }

    @Test
    void narrowsByCategoryOfEitherLevelSellerAndPrice() {
        assertThat(shelf.list(SHOPPER, atTheMall().in("clothing")).items()).hasSize(4);
        assertThat(shelf.list(SHOPPER, atTheMall().in("shoes")).items()).isEmpty();
        assertThat(shelf.list(SHOPPER, atTheMall().in("unknown")).items()).isEmpty();
        assertThat(slugs(shelf.list(SHOPPER, atTheMall().choosing(Map.of("seller", List.of(second.toString()))))))
                .containsExactly("mug", "lamp");
        assertThat(slugs(shelf.list(SHOPPER, atTheMall().choosing(Map.of("price", List.of("0-5000", "80000-"))))))
                .containsExactly("jacket", "mug");
    }

    @Test
    void wrongQueriesAreNamed() {
        ShelfQuery wrong = atTheMall().choosing(Map.of("price", List.of("cheap"), "seller", List.of("me")));
        assertThatThrownBy(() -> shelf.list(SHOPPER, wrong))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.fields())
                        .extracting("field")
                        .containsExactlyInAnyOrder("price", "seller"));
        for (String cursor : List.of(
                "x",
                "%%%",
                Cursor.at("NEWEST", "x", "y").text(),
                Cursor.at("BEST", 1, 2).text())) {
            assertThatThrownBy(() -> shelf.list(SHOPPER, atTheMall().after(cursor)))
                    .hasMessageContaining("cursor");
        }
        assertThatThrownBy(() -> shelf.list(SHOPPER, ShelfQuery.newest(storefront, "en", "KRW", 0)))
                .hasMessageContaining("limit");
    }

    @Test
    @Tag("D36")
    void findsWordsOfTwoLettersInFourLanguages() {
        assertThat(found("재킷")).containsExactly("jacket");
        assertThat(found("가죽")).containsExactly("jacket");
        assertThat(found("財布")).containsExactly("jacket");
        assertThat(found("夹克")).containsExactly("jacket");
        assertThat(found("ＬＥＡＴＨＥＲ")).containsExactly("jacket");
        assertThat(found("jacket leather")).containsExactly("jacket");
    }

    @Test
    @Tag("D36")
    void findsMistypedWordsInFourLanguages() {
        assertThat(found("jaket")).containsExactly("jacket");
        assertThat(found("leathr jacket")).containsExactly("jacket");
        assertThat(found("재캣")).containsExactly("jacket");
        assertThat(found("ジャケト")).containsExactly("jacket");
        assertThat(found("皮夹壳")).containsExactly("jacket");
        assertThat(shelf.search(SHOPPER, atTheMall().searching("jaket")).isApproximate())
                .isTrue();
        assertThat(shelf.search(SHOPPER, atTheMall().searching("jacket")).isApproximate())
                .isFalse();
        assertThat(found("qqqqq")).isEmpty();
    }

    @Test
    void wildcardsAndQuotesAreOrdinaryLetters() {
        assertThat(found("%")).isEmpty();
        assertThat(found("'; drop table goods; --")).isEmpty();
        assertThat(found("_____")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(found("   ")).isEmpty();
    }

    @Test
    void readsGoodsInTheWantedLanguageOrTheSellersOwn() {
        GoodsView korean =
                shelf.goods(SHOPPER, storefront, "jacket", "ko", "KRW").orElseThrow();
        assertThat(korean.title()).isEqualTo("가죽 재킷");
        assertThat(korean.variants()).extracting(GoodsView.Variant::title).containsExactly("소 / 빨강", "L / Blue");
        assertThat(korean.path()).extracting(GoodsView.Crumb::name).containsExactly("의류", "셔츠");
        GoodsView japanese =
                shelf.goods(SHOPPER, storefront, "shirt", "ja", "KRW").orElseThrow();
        assertThat(japanese.title()).isEqualTo("Plain shirt");
        GoodsView dollars =
                shelf.goods(SHOPPER, storefront, "shirt", "en", "USD").orElseThrow();
        assertThat(dollars.variants()).isEmpty();
        assertThat(dollars.currencies()).containsExactly("KRW");
    }

    @Test
    void aReductionShowsTheLowestPriceOfTheThirtyDaysBefore() {
        UUID variant = fixture.goods(second, "vase", "Vase", 8_000, 1);
        priceFrom(variant, 9_000, 50);
        priceFrom(variant, 7_000, 40);
        priceFrom(variant, 12_000, 20);
        priceFrom(variant, 8_000, 5);
        GoodsCard card =
                shelf.search(SHOPPER, atTheMall().searching("vase")).items().get(0);
        assertThat(card.priorLowest()).isEqualTo(7_000);
        assertThat(shelf.goods(SHOPPER, fixture.mallSite, "vase", "en", "KRW")
                        .orElseThrow()
                        .variants()
                        .get(0)
                        .priorLowest())
                .isEqualTo(7_000);
        mall.execute("update goods set state = 'deleted' where slug = 'vase'");
    }

    private static void priceFrom(UUID variant, long amount, int daysAgo) {
        mall.execute(
                "insert into price_history values (?, ?, ?, 'KRW', ?, now() - make_interval(days => ?))",
                Ids.next(),
                variant,
                second,
                amount,
                daysAgo);
    }

    @Test
    void aListTakesOneRoundTripAtFirstAndOneAgainWhileNothingChanges() {
        // whatever changed before is known
        shelf.list(SHOPPER, atTheMall());
        shelf.list(SHOPPER, atTheMall());
        ShelfQuery narrowed = atTheMall().in("clothing").choosing(Map.of("size", List.of("s"), "price", List.of("1-")));
        assertThat(mall.statementsOf(() -> shelf.list(SHOPPER, narrowed))).hasSize(1);
        assertThat(mall.statementsOf(() -> shelf.list(SHOPPER, narrowed)))
                .singleElement(STRING)
                .contains("shelf_change");
        assertThat(mall.statementsOf(() -> shelf.search(SHOPPER, narrowed.searching("jacket"))))
                .hasSize(1);
        assertThat(mall.statementsOf(() -> shelf.goods(SHOPPER, storefront, "jacket", "zh", "KRW")))
                .hasSize(1);
    }

    @Test
    void afterAChangeAListWithFacetsTakesTwo() {
        ShelfQuery counted = atTheMall().in("clothing");
        shelf.list(SHOPPER, counted);
        mall.execute("update stock set on_hand = on_hand");
        assertThat(mall.statementsOf(() -> shelf.list(SHOPPER, counted))).hasSize(2);
    }

    @Test
    void categoriesWithGoodsStandInATree() {
        List<CategoryNode> tree = shelf.categories(SHOPPER, storefront, "ko");
        assertThat(tree).singleElement().satisfies(clothing -> {
            assertThat(clothing.name()).isEqualTo("의류");
            assertThat(clothing.children()).extracting(CategoryNode::slug).containsExactly("shirts");
        });
    }

    @Test
    @Tag("A18")
    void aListTellsTheseFieldsAndNoOthers() {
        assertThat(GoodsCard.class.getRecordComponents())
                .extracting("name")
                .containsExactly(
                        "id",
                        "slug",
                        "title",
                        "summary",
                        "sellerId",
                        "sellerName",
                        "currency",
                        "listPrice",
                        "price",
                        "highestPrice",
                        "compareAt",
                        "priorLowest",
                        "pictureKey",
                        "pictureAlt",
                        "available",
                        "onSale",
                        "reviews",
                        "stars");
    }
}
