package dev.rialto.goods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.platform.ShelfChanges;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of a list or of a product page is never shown once anything in it has changed. */
class ShelfCopiesIT {
    private static final Caller SHOPPER = GoodsFixture.shopper();

    @TempDir
    static Path folder;

    static TestMall mall;
    static Shelf shelf;
    static GoodsFixture fixture;
    static UUID seller;
    static UUID variant;
    static UUID storefront;

    @BeforeAll
    static void goodsOfOneSeller() {
        mall = TestMall.empty(folder);
        fixture = new GoodsFixture(mall, 0);
        shelf = mall.get(Shelf.class);
        seller = fixture.seller("First");
        storefront = fixture.storefront(seller, 1000);
        variant = fixture.goods(seller, "shirt", "Plain shirt", 10_000, 3);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    /** What the mall and the storefront show; in a transaction of the asker's own it is always read anew. */
    private static List<Object> shown() {
        return List.of(
                shelf.list(
                        SHOPPER,
                        ShelfQuery.newest(fixture.mallSite, "en", "KRW", 20).in(null)),
                shelf.list(SHOPPER, ShelfQuery.newest(storefront, "en", "KRW", 20)),
                shelf.list(
                        Caller.tenant(seller, null, java.util.Set.of(), "test"),
                        ShelfQuery.newest(storefront, "en", "KRW", 20)),
                shelf.goods(SHOPPER, fixture.mallSite, "shirt", "en", "KRW"),
                shelf.goods(SHOPPER, storefront, "shirt", "en", "KRW"));
    }

    private static List<Object> readAnew() {
        return mall.inTransaction(ShelfCopiesIT::shown);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("A2")
    @Tag("A3")
    @CsvSource(delimiter = '|', textBlock = """
            a price          | update price set amount = amount + 100
            a title          | update goods_text set title = concat(title, '!')
            a picture        | insert into goods_picture (id, goods_id, tenant_id, position, storage_key, width, height, alt) select gen_random_uuid(), id, tenant_id, 0, 'key', 800, 800, '{}' from goods
            stock            | update stock set on_hand = on_hand + 1
            the last piece   | update stock set on_hand = 0
            a new variant    | with v as (insert into variant (id, goods_id, tenant_id, position, option_values) select gen_random_uuid(), id, tenant_id, 9, '{XL}' from goods returning id, tenant_id) insert into price select id, tenant_id, 'KRW', 5, null from v
            the seller       | update seller set state = 'suspended'
            its address      | update seller set phone = '02-123-4567', state = 'active'
            reviews          | insert into goods_voice select id, tenant_id, 1, 5, 0, '[]', '[]' from goods
            more reviews     | update goods_voice set reviews = 2
            a discount       | update site set discount_bp = discount_bp + 100
            a category       | update category_text set name = concat(name, '!')
            its address name | update category set slug = concat(slug, '-2')
            other goods      | with g as (insert into goods (id, tenant_id, slug, state, category_id, tax_class, default_language, created_at, updated_at) select gen_random_uuid(), tenant_id, 'mug', state, category_id, tax_class, default_language, now(), now() from goods where slug = 'shirt' returning id, tenant_id), t as (insert into goods_text (goods_id, tenant_id, language, title) select id, tenant_id, 'en', 'Mug' from g), v as (insert into variant (id, goods_id, tenant_id) select gen_random_uuid(), id, tenant_id from g returning id, tenant_id) insert into price select id, tenant_id, 'KRW', 7, null from v
            a narrower scope | update site set goods_scope = 'categories'
            the scope itself | insert into site_category select s.id, c.id, s.tenant_id from site s, category c
            withdrawal       | update goods set state = 'withdrawn' where slug in ('mug', 'spoon-59')
            a sandbox        | insert into test_tenant (id, tenant_id, site_id, opened_at) select tenant_id, tenant_id, id, now() from site where tenant_id is not null
            """)
    void whatChangesIsSeenAtOnce(String what, String change) throws SQLException {
        List<Object> before = shown();
        assertThat(shown()).isEqualTo(before);
        asOwner(change);
        List<Object> after = shown();
        assertThat(after).as(what).isNotEqualTo(before).isEqualTo(readAnew());
    }

    @Test
    @Tag("A2")
    void aChangeThatBeganEarlierAndEndsLaterIsSeenAsWell() {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> mall.inTransaction(() -> {
            mall.execute("update stock set on_hand = on_hand + 50 where variant_id = ?", variant);
            written.countDown();
            mayEnd.await();
            return Optional.empty();
        }));
        await(written);
        mall.execute("insert into tenant values (?, 'seller', now())", Ids.next());
        mall.execute("update site set discount_bp = discount_bp + 1");
        List<Object> between = shown();
        assertThat(shown()).isEqualTo(between);
        mayEnd.countDown();
        slow.join();
        assertThat(shown()).isNotEqualTo(between).isEqualTo(readAnew());
    }

    @Test
    void aCopyIsHandedOutAgainWhileNothingChanges() {
        ShelfQuery asked = ShelfQuery.newest(fixture.mallSite, "ko", "KRW", 20);
        assertThat(shelf.list(SHOPPER, asked)).isSameAs(shelf.list(SHOPPER, asked));
    }

    @Test
    @Tag("A3")
    void aProductPageIsHandedOutAgainWhileOnlyOtherGoodsChange() {
        UUID own = fixture.goods(seller, "cup", "Cup", 5_000, 3);
        UUID other = fixture.goods(seller, "plate", "Plate", 6_000, 3);
        shown();
        shown();
        for (UUID site : List.of(fixture.mallSite, storefront)) {
            Object before = cup(site);
            mall.execute("update stock set on_hand = on_hand + 1 where variant_id = ?", other);
            mall.execute("update price set amount = amount + 1 where variant_id = ?", other);
            assertThat(cup(site)).isSameAs(before);
            mall.execute("update stock set on_hand = on_hand + 1 where variant_id = ?", own);
            assertThat(cup(site)).isNotEqualTo(before);
        }
    }

    private static GoodsView cup(UUID site) {
        return shelf.goods(SHOPPER, site, "cup", "en", "KRW").orElseThrow();
    }

    @Test
    @Tag("A3")
    void manyGoodsThatChangeAtOnceAreAllSeen() {
        for (int i = 0; i < 60; i++) {
            fixture.goods(seller, "spoon-" + i, "Spoon", 1_000, 3);
        }
        Optional<GoodsView> before = shelf.goods(SHOPPER, storefront, "spoon-59", "en", "KRW");
        mall.execute("update stock set on_hand = on_hand + 1");
        assertThat(shelf.goods(SHOPPER, storefront, "spoon-59", "en", "KRW")).isNotEqualTo(before);
    }

    @Test
    @Tag("A2")
    void everyoneSeesTheirOwnChangeAtOnceWhenManyAskAndChangeTogether() {
        List<CompletableFuture<Void>> people = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            String slug = "bowl-" + person;
            UUID bowl = fixture.goods(seller, slug, "Bowl", 1_000, 0);
            people.add(CompletableFuture.runAsync(() -> {
                for (long pieces = 1; pieces <= 40; pieces++) {
                    mall.execute("update stock set on_hand = ? where variant_id = ?", pieces, bowl);
                    assertThat(pieces(slug)).isEqualTo(pieces);
                    assertThat(pieces(slug)).isEqualTo(pieces);
                }
            }));
        }
        people.forEach(CompletableFuture::join);
    }

    private static long pieces(String slug) {
        return shelf.goods(SHOPPER, storefront, slug, "en", "KRW")
                .orElseThrow()
                .variants()
                .get(0)
                .available();
    }

    @Test
    void notesOfChangesGoWhenNoCopyIsOldEnoughForThem() throws SQLException {
        mall.execute("update stock set on_hand = on_hand + 1");
        mall.get(ShelfChanges.class).sweep(GoodsFixture.worker());
        assertThat(mall.value(Integer.class, "select count(*)::int from shelf_change"))
                .isPositive();
        asOwner("update shelf_change set at = at - interval '61 minutes'");
        mall.get(ShelfChanges.class).sweep(GoodsFixture.worker());
        assertThat(mall.value(Integer.class, "select count(*)::int from shelf_change"))
                .isZero();
    }

    private static void asOwner(String sql) throws SQLException {
        Settings.DatabaseOwner owner = mall.get(Settings.class).owner();
        try (Connection database = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
