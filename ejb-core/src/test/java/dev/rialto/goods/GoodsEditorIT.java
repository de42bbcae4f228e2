package dev.rialto.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsDetails.Text;
import dev.rialto.goods.GoodsUpsert.Outcome;
import dev.rialto.goods.GoodsUpsert.Pieces;
import dev.rialto.goods.GoodsUpsert.Result;
import dev.rialto.goods.VariantSpec.ListPrice;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.picture.StoredPicture;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoodsEditorIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture fixture;
    static GoodsEditor editor;
    static Shelf shelf;
    static UUID seller;
    static UUID other;
    static Caller staff;
    static int number;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        fixture = new GoodsFixture(mall, 0);
        editor = mall.get(GoodsEditor.class);
        shelf = mall.get(Shelf.class);
        seller = fixture.seller("Seller");
        other = fixture.seller("Other");
        staff = GoodsFixture.staff(seller);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    static GoodsDetails details(String title, String body, String... options) {
        return new GoodsDetails(
                fixture.shirts,
                "standard",
                "Maker",
                List.of("new"),
                Map.of("material", "cotton"),
                "en",
                Map.of(
                        "en",
                        new Text(title, "A summary", body, List.of(options)),
                        "ko",
                        new Text(title + " 한국어", "", "", List.of())));
    }

    static VariantSpec size(String size, String sku, long won, long pieces) {
        return new VariantSpec(
                null,
                sku,
                List.of(size),
                Map.of("ko", List.of(size + "호")),
                200,
                null,
                Map.of("KRW", new ListPrice(won, null)),
                pieces);
    }

    static GoodsUpsert upsert(String handle, Pieces pieces, VariantSpec... variants) {
        return new GoodsUpsert(
                null,
                handle,
                details("Title " + handle, "<p>Body</p>", "Size"),
                List.of(variants),
                null,
                GoodsState.ON_SALE,
                pieces);
    }

    static UUID shirt() {
        int next = ++number;
        return editor.create(
                staff,
                new NewGoods(
                        null,
                        details("Shirt " + next, "<p>Fine</p>", "Size"),
                        List.of(size("S", "SHIRT-S" + next, 10_000, 5), size("L", "SHIRT-L" + next, 12_000, 0)),
                        GoodsState.ON_SALE));
    }

    static GoodsView page(UUID goods) {
        return shelf.goods(
                        GoodsFixture.shopper(),
                        fixture.mallSite,
                        editor.view(staff, goods).slug(),
                        "en",
                        "KRW")
                .orElseThrow();
    }

    @Test
    @Tag("A2")
    @Tag("A22")
    @Tag("D67")
    void newGoodsAreInListSearchAndPageAtOnce() {
        UUID id = shirt();
        GoodsView page = page(id);
        assertThat(page.sellerName()).isEqualTo("Seller");
        assertThat(page.variants()).extracting(GoodsView.Variant::available).containsExactly(5L, 0L);
        ShelfQuery all = ShelfQuery.newest(fixture.mallSite, "en", "KRW", 50);
        assertThat(shelf.list(GoodsFixture.shopper(), all).items())
                .extracting(GoodsCard::id)
                .contains(id);
        assertThat(shelf.search(GoodsFixture.shopper(), all.searching(page.title()))
                        .items())
                .extracting(GoodsCard::id)
                .contains(id);
        assertThat(editor.list(staff, filter(page.title())).items())
                .singleElement()
                .satisfies(row -> assertThat(row.available()).isEqualTo(5));
    }

    static GoodsFilter filter(String text) {
        return new GoodsFilter(null, null, text, null, null, "en", "KRW", null, 10);
    }

    @Test
    void firstPiecesAreAReceipt() {
        UUID variant = page(shirt()).variants().get(0).id();
        assertThat(mall.value(
                        Long.class,
                        "select quantity from stock_movement where variant_id = ? and kind = 'receipt'",
                        variant))
                .isEqualTo(5);
    }

    @Test
    @Tag("D65")
    void everyWrongFieldIsNamed() {
        GoodsDetails wrong = new GoodsDetails(
                fixture.clothing, "luxury", null, List.of(), Map.of(), "en", Map.of("en", Text.of(" ")));
        VariantSpec variant = new VariantSpec(
                null,
                "x".repeat(101),
                List.of("S"),
                Map.of(),
                -1,
                null,
                Map.of("KRW", new ListPrice(-5, null), "XXQ", new ListPrice(10, 5L)),
                -1L);
        assertThatThrownBy(() -> editor.create(staff, new NewGoods(null, wrong, List.of(variant), GoodsState.ON_SALE)))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.fields())
                        .extracting("field")
                        .contains(
                                "texts.en.title",
                                "categoryId",
                                "taxClass",
                                "variants.0.sku",
                                "variants.0.optionValues",
                                "variants.0.weightGrams",
                                "variants.0.pieces",
                                "variants.0.prices.KRW.amount",
                                "variants.0.prices.XXQ",
                                "variants.0.prices.XXQ.compareAt"));
    }

    @Test
    void anotherGoodsSkuIsRefused() {
        UUID id = shirt();
        String sku = editor.view(staff, id).variants().get(0).sku();
        assertThatThrownBy(() -> editor.create(
                        staff,
                        new NewGoods(
                                null, details("Copy", "", "Size"), List.of(size("S", sku, 1, 1)), GoodsState.DRAFT)))
                .hasMessageContaining("sku_taken");
    }

    @Test
    @Tag("A11")
    void anEditWithAStaleVersionIsRefused() {
        UUID id = shirt();
        long version = editor.view(staff, id).version();
        editor.update(staff, id, version, details("Renamed", "<p>x</p>", "Size"));
        assertThat(page(id).title()).isEqualTo("Renamed");
        assertThatThrownBy(() -> editor.update(staff, id, version, details("Late", "", "Size")))
                .hasMessageContaining("goods_changed");
    }

    @Test
    void variantsKeepTheirIdentityAndMissingOnesLeave() {
        UUID id = shirt();
        GoodsDraft draft = editor.view(staff, id);
        VariantSpec small = draft.variants().get(0);
        VariantSpec large = draft.variants().get(1);
        VariantSpec swapped =
                new VariantSpec(large.id(), large.sku(), small.optionValues(), Map.of(), 0, null, small.prices(), null);
        editor.setVariants(
                staff, id, draft.version(), Map.of("en", List.of("Size")), List.of(swapped, size("M", null, 9, 3)));
        assertThat(editor.view(staff, id).variants())
                .extracting(VariantSpec::id)
                .contains(large.id())
                .doesNotContain(small.id());
        assertThat(page(id).variants()).extracting(GoodsView.Variant::title).containsExactly("S", "M");
    }

    @Test
    void aNewPriceIsListedAndTheFormerRemembered() {
        UUID id = shirt();
        UUID variant = page(id).variants().get(0).id();
        editor.setPrices(
                staff, Map.of(variant, Map.of("KRW", new ListPrice(8_000, 10_000L), "USD", new ListPrice(799, null))));
        assertThat(page(id).variants().get(0).listPrice()).isEqualTo(8_000);
        assertThat(page(id).currencies()).containsExactly("KRW", "USD");
        assertThat(page(id).variants().get(0).priorLowest()).isEqualTo(10_000);
        assertThat(mall.value(
                        Long.class,
                        "select count(*) from price_history where variant_id = ? and currency = 'KRW'",
                        variant))
                .isEqualTo(2);
    }

    @Test
    void goodsMoveOnlyAlongTheirStates() {
        UUID id = shirt();
        editor.move(staff, id, 1, GoodsState.WITHDRAWN);
        assertThatThrownBy(() -> page(id)).isInstanceOf(java.util.NoSuchElementException.class);
        assertThatThrownBy(() -> editor.move(staff, id, 2, GoodsState.DRAFT)).hasMessageContaining("wrong_state");
        editor.move(staff, id, 2, GoodsState.ON_SALE);
        editor.move(staff, id, 3, GoodsState.DELETED);
        assertThatThrownBy(() -> editor.move(staff, id, 4, GoodsState.ON_SALE)).hasMessageContaining("goods_not_found");
    }

    @Test
    void goodsWithoutAPriceCannotGoOnSale() {
        VariantSpec free = new VariantSpec(null, null, List.of(), Map.of(), 0, null, Map.of(), null);
        UUID id = editor.create(staff, new NewGoods(null, details("No price", ""), List.of(free), GoodsState.DRAFT));
        assertThatThrownBy(() -> editor.move(staff, id, 1, GoodsState.ON_SALE)).hasMessageContaining("no_price");
    }

    @Test
    void scriptNeverSurvivesInADescription() {
        UUID id = editor.create(
                staff,
                new NewGoods(
                        null,
                        details(
                                "Script",
                                "<p onclick=x()>Hi</p><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=x>"),
                        List.of(VariantSpec.plain("KRW", 1, 1)),
                        GoodsState.ON_SALE));
        assertThat(page(id).bodyHtml()).isEqualTo("<p>Hi</p>");
    }

    @Test
    @Tag("D66")
    void picturesAreAddedArrangedAndDropped() {
        UUID id = shirt();
        UUID one = editor.addPicture(staff, id, picture("a"));
        UUID two = editor.addPicture(staff, id, picture("b"));
        UUID three = editor.addPicture(staff, id, picture("c"));
        editor.arrangePictures(staff, id, List.of(three, one));
        assertThat(page(id).pictures())
                .extracting(GoodsView.Picture::key)
                .containsExactly("c".repeat(40), "a".repeat(40));
        assertThat(editor.view(staff, id).pictures())
                .extracting(GoodsDraft.Picture::id)
                .doesNotContain(two);
        assertThat(editor.list(staff, filter(page(id).title())).items().get(0).pictureKey())
                .startsWith("c");
    }

    static PictureSpec picture(String letter) {
        return new PictureSpec(new StoredPicture(letter.repeat(40), 800, 600), Map.of("en", "A picture"));
    }

    @Test
    void upsertsAreWrittenOnceAndBroughtUpToDate() {
        List<Outcome> first =
                editor.upsertAll(staff, List.of(upsert("up", Pieces.FIRST_ONLY, size("S", "UP", 100, 7))));
        UUID variant = page(first.get(0).id()).variants().get(0).id();
        mall.execute("update stock set on_hand = 4 where variant_id = ?", variant);
        List<Outcome> again =
                editor.upsertAll(staff, List.of(upsert("up", Pieces.FIRST_ONLY, size("S", "UP", 110, 7))));
        assertThat(first.get(0).result()).isEqualTo(Result.CREATED);
        assertThat(again.get(0)).isEqualTo(new Outcome("up", first.get(0).id(), Result.UPDATED, List.of()));
        assertThat(page(again.get(0).id()).variants()).singleElement().satisfies(same -> {
            assertThat(same.id()).isEqualTo(variant);
            assertThat(same.listPrice()).isEqualTo(110);
            assertThat(same.available()).isEqualTo(4);
        });
        editor.upsertAll(staff, List.of(upsert("up", Pieces.COUNTED, size("S", "UP", 110, 9))));
        assertThat(page(again.get(0).id()).variants().get(0).available()).isEqualTo(9);
    }

    @Test
    void wrongUpsertsAreRefusedOneByOne() {
        List<Outcome> outcomes = editor.upsertAll(
                staff,
                List.of(
                        upsert("good", Pieces.FIRST_ONLY, size("S", "G1", 100, 1)),
                        upsert("negative", Pieces.FIRST_ONLY, size("S", "N1", -100, 1)),
                        upsert("stolen", Pieces.FIRST_ONLY, size("S", "G1", 100, 1)),
                        upsert("good", Pieces.FIRST_ONLY, size("S", "G2", 100, 1))));
        assertThat(outcomes)
                .extracting(Outcome::result)
                .containsExactly(Result.CREATED, Result.REFUSED, Result.REFUSED, Result.REFUSED);
        assertThat(outcomes.get(2).errors().get(0).field()).isEqualTo("variants.0.sku");
        assertThat(outcomes.get(3).errors().get(0).code()).isEqualTo("twice");
    }

    @Test
    void slugsAreToldApartAcrossSellers() {
        editor.upsertAll(staff, List.of(upsert("same-name", Pieces.FIRST_ONLY, size("S", "SN", 1, 1))));
        Outcome twin = editor.upsertAll(
                        GoodsFixture.staff(other),
                        List.of(upsert("same-name", Pieces.FIRST_ONLY, size("S", "SN", 1, 1))))
                .get(0);
        assertThat(editor.view(GoodsFixture.staff(other), twin.id()).slug()).startsWith("same-name-");
    }

    @Test
    void aHundredUpsertsTakeNoMoreStatementsThanOne() {
        List<GoodsUpsert> hundred = IntStream.range(0, 100)
                .mapToObj(i ->
                        upsert("bulk-" + i, Pieces.FIRST_ONLY, size("S", "B" + i, 100, 1), size("L", null, 100, 1)))
                .toList();
        int many = mall.statementsOf(() -> editor.upsertAll(staff, hundred)).size();
        List<GoodsUpsert> single = List.of(upsert("bulk-one", Pieces.FIRST_ONLY, size("S", "B-ONE", 100, 1)));
        int one = mall.statementsOf(() -> editor.upsertAll(staff, single)).size();
        assertThat(many).isEqualTo(one).isLessThan(18);
        assertThat(mall.statementsOf(() -> editor.upsertAll(staff, hundred))).hasSizeLessThan(one);
        assertThat(editor.upsertAll(staff, hundred)).extracting(Outcome::result).containsOnly(Result.UNCHANGED);
    }

    @Test
    void theOtherTenantSeesAndChangesNothing() {
        UUID id = shirt();
        Caller stranger = GoodsFixture.staff(other);
        assertThatThrownBy(() -> editor.view(stranger, id)).hasMessageContaining("goods_not_found");
        assertThatThrownBy(() -> editor.update(stranger, id, 1, details("Mine", "", "Size")))
                .hasMessageContaining("goods_not_found");
        assertThatThrownBy(() -> editor.move(stranger, id, 1, GoodsState.DELETED))
                .hasMessageContaining("goods_not_found");
        assertThatThrownBy(() -> editor.addPicture(stranger, id, picture("d"))).hasMessageContaining("goods_not_found");
        UUID variant = page(id).variants().get(0).id();
        assertThatThrownBy(() -> editor.setPrices(stranger, Map.of(variant, Map.of("KRW", new ListPrice(1, null)))))
                .hasMessageContaining("variant_not_found");
        assertThat(editor.list(stranger, filter("Shirt")).items()).isEmpty();
        assertThatThrownBy(() -> editor.create(
                        GoodsFixture.shopper(),
                        new NewGoods(
                                seller, details("x", ""), List.of(VariantSpec.plain("KRW", 1, 1)), GoodsState.DRAFT)))
                .hasMessageContaining("not_allowed");
    }
}
