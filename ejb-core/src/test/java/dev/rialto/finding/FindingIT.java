package dev.rialto.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingIT {
    private static final Caller SHOPPER = GoodsFixture.shopper();
    private static final int MANY = 2_500;

    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture fixture;
    static UUID housed;
    static UUID lodger;
    static UUID storefront;

    @BeforeAll
    static void goodsWithAndWithoutAHome() {
        mall = TestMall.empty(folder);
        fixture = new GoodsFixture(mall, 0);
        housed = fixture.seller("Housed");
        lodger = fixture.seller("Lodger");
        storefront = fixture.storefront(housed, 1000);
        fixture.goods(housed, "own-lamp", "Own lamp", 30_000, 2);
        fixture.goods(lodger, "mall-mug", "Mall mug", 4_000, 0);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static List<String> map(UUID site) {
        return mall.get(Sitemaps.class).goods(SHOPPER, site, 1).stream()
                .map(Sitemaps.Entry::slug)
                .toList();
    }

    @Test
    @Tag("A7")
    void aSiteMapListsGoodsWhereTheyAreAtHome() {
        assertThat(map(storefront)).contains("own-lamp").doesNotContain("mall-mug");
        assertThat(map(fixture.mallSite)).contains("mall-mug").doesNotContain("own-lamp");
        mall.execute("update site set state = 'closed_by_seller' where id = ?", storefront);
        assertThat(map(fixture.mallSite)).contains("own-lamp");
        mall.execute("update site set state = 'open' where id = ?", storefront);
        assertThat(mall.get(Sitemaps.class).parts(SHOPPER, storefront)).hasSize(1);
        assertThat(mall.get(Sitemaps.class).goods(SHOPPER, storefront, 2)).isEmpty();
    }

    @Test
    @Tag("A7")
    void aFeedHasEveryVariantOnceInOneStatementAPage() {
        UUID many = fixture.seller("Many");
        UUID site = fixture.storefront(many, 1000);
        manyGoods(many);
        ProductFeeds feeds = mall.get(ProductFeeds.class);
        Set<UUID> seen = new HashSet<>();
        List<String> statements = mall.statementsOf(() -> {
            UUID after = ProductFeeds.START;
            List<FeedItem> page = feeds.page(SHOPPER, new ProductFeeds.Query(site, "ko", "KRW", after));
            while (!page.isEmpty()) {
                page.forEach(item -> assertThat(seen.add(item.variantId())).isTrue());
                after = page.get(page.size() - 1).goodsId();
                page = feeds.page(SHOPPER, new ProductFeeds.Query(site, "ko", "KRW", after));
            }
        });
        assertThat(seen).hasSize(MANY);
        assertThat(statements).hasSize(MANY / ProductFeeds.PAGE + 2);
    }

    /** Put down together, as an import does. */
    private static void manyGoods(UUID tenant) {
        mall.execute("""
                with later as (select set_config('rialto.shelf', 'later', true)),
                g as (insert into goods (id, tenant_id, slug, state, category_id, tax_class, default_language, created_at,
                                         updated_at)
                      select gen_random_uuid(), ?, 'many-' || n, 'on_sale', ?, 'standard', 'en', now(), now()
                      from generate_series(1, ?) n, later returning id, tenant_id, slug),
                t as (insert into goods_text (goods_id, tenant_id, language, title) select id, tenant_id, 'en', slug from g),
                v as (insert into variant (id, goods_id, tenant_id) select gen_random_uuid(), id, tenant_id from g
                      returning id, tenant_id)
                insert into price select id, tenant_id, 'KRW', 1000, null from v
                """, tenant, fixture.shirts, MANY);
        mall.execute("do $$ begin perform refresh_shelf(array(select id from goods where slug like 'many-%')); end $$");
    }

    @Test
    @Tag("A7")
    void pricesOfAFeedAreThoseOfItsSite() {
        FeedItem lamp = mall
                .get(ProductFeeds.class)
                .page(SHOPPER, new ProductFeeds.Query(storefront, "en", "KRW", ProductFeeds.START))
                .stream()
                .filter(item -> item.slug().equals("own-lamp"))
                .findFirst()
                .orElseThrow();
        assertThat(lamp.listPrice()).isEqualTo(30_000);
        assertThat(lamp.price()).isEqualTo(27_000);
        assertThat(lamp.available()).isTrue();
        assertThat(lamp.category()).isEqualTo("Clothing > Shirts");
    }

    @Test
    @Tag("A7")
    void aFormerNameLeadsToThePresentOneAndIsNeverGivenAway() {
        GoodsAddresses addresses = mall.get(GoodsAddresses.class);
        UUID variant = fixture.goods(lodger, "old-name", "Named", 1_000, 1);
        UUID goods = mall.value(UUID.class, "select goods_id from variant where id = ?", variant);
        UUID second = mall.value(
                UUID.class,
                "select goods_id from variant where id = ?",
                fixture.goods(lodger, "other-name", "Other", 1_000, 1));
        Caller staff = GoodsFixture.staff(lodger);
        addresses.rename(staff, goods, "new-name");
        assertThat(addresses.movedTo(SHOPPER, "old-name")).contains("new-name");
        assertThat(addresses.movedTo(SHOPPER, "new-name")).isEmpty();
        assertThatThrownBy(() -> addresses.rename(staff, second, "old-name")).hasMessageContaining("slug_taken");
        assertThatThrownBy(() -> addresses.rename(staff, second, "new-name")).hasMessageContaining("slug_taken");
        addresses.rename(staff, goods, "newest-name");
        assertThat(addresses.movedTo(SHOPPER, "old-name")).contains("newest-name");
        addresses.rename(staff, goods, "old-name");
        assertThat(addresses.movedTo(SHOPPER, "old-name")).isEmpty();
        assertThat(addresses.former(staff, goods)).containsExactlyInAnyOrder("new-name", "newest-name");
    }

    @Test
    void namesOfGoodsHaveAFormAndAnOwner() {
        GoodsAddresses addresses = mall.get(GoodsAddresses.class);
        UUID goods = mall.value(UUID.class, "select id from goods where slug = 'mall-mug'");
        Caller staff = GoodsFixture.staff(lodger);
        for (String wrong : List.of("", "Upper", "two--hyphens", "-edge", "<script>", "a/b", "x".repeat(101))) {
            assertThatThrownBy(() -> addresses.rename(staff, goods, wrong)).hasMessageContaining("invalid_slug");
        }
        assertThatThrownBy(() -> addresses.rename(GoodsFixture.staff(housed), goods, "theft"))
                .hasMessageContaining("goods_unknown");
    }
}
