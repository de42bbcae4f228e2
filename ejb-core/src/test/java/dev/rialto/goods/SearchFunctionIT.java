package dev.rialto.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import dev.rialto.platform.TestMall;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("D36")
class SearchFunctionIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture fixture;
    static UUID seller;
    static UUID other;

    /** Asks the database as whoever calls. */
    @Stateless
    @Boundary
    public static class Window {
        @Inject
        Database database;

        public List<String> ask(Caller caller, String sql) {
            return database.sql().createQuery(sql).mapTo(String.class).list();
        }
    }

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder, Window.class);
        fixture = new GoodsFixture(mall, 0);
        seller = fixture.seller("Seller");
        other = fixture.seller("Other");
        fixture.goods(seller, "open", "Velvet cushion", 100, 1);
        fixture.goods(other, "foreign", "Velvet curtain", 100, 1);
        fixture.goods(seller, "hidden", "Velvet secret", 100, 1);
        mall.execute("update goods set state = 'draft' where slug = 'hidden'");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    static List<String> ask(Caller caller, String sql) {
        return mall.get(Window.class).ask(caller, sql);
    }

    static String search(UUID site, String words) {
        return "select g.slug from search_goods('" + site + "', '" + words + "') f "
                + "join shelf_card g on g.goods_id = f.goods_id order by 1";
    }

    @Test
    void nobodyReadsTheWordsThemselves() {
        for (Caller caller : List.of(GoodsFixture.shopper(), GoodsFixture.staff(seller), GoodsFixture.worker())) {
            for (String table : List.of("shelf_search", "shelf_word")) {
                assertThatThrownBy(() -> ask(caller, "select 1::text from " + table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aStorefrontFindsItsOwnPublishedGoodsOnly() {
        UUID site = fixture.storefront(seller, 0);
        assertThat(ask(GoodsFixture.shopper(), search(site, "velvet"))).containsExactly("open");
        assertThat(ask(GoodsFixture.shopper(), search(site, "velvt"))).containsExactly("open");
        assertThat(ask(GoodsFixture.shopper(), search(site, "curtain"))).doesNotContain("foreign");
        assertThat(ask(GoodsFixture.shopper(), search(fixture.mallSite, "velvet")))
                .containsExactly("foreign", "open");
        assertThat(ask(GoodsFixture.shopper(), search(fixture.mallSite, "secret")))
                .doesNotContain("hidden");
        assertThat(ask(GoodsFixture.shopper(), search(Ids.next(), "velvet"))).isEmpty();
    }

    @Test
    void theFunctionRunsAsTheSearchRoleWithAFixedPath() {
        assertThat(mall.value(String.class, """
                select r.rolname || ' ' || p.prosecdef || ' ' || array_to_string(p.proconfig, ' ')
                from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname = 'search_goods'
                """))
                .startsWith("rialto_search true")
                .contains("search_path=public, pg_temp");
    }

    @Test
    void aSearchOverTheWholeMallUsesTheTrigramIndex() throws SQLException {
        mall.execute("""
                insert into goods (id, tenant_id, slug, state, category_id, tax_class, default_language, created_at, updated_at)
                select gen_random_uuid(), ?, 'many-' || i, 'draft', ?, 'standard', 'en', now(), now()
                from generate_series(1, 20000) i
                """, seller, fixture.shirts);
        asOwner("""
                insert into shelf_search
                select id, tenant_id, category_id, category_id, md5(slug), md5(slug) || ' ' || slug from goods where slug like 'many-%'
                """);
        asOwner("insert into shelf_word select md5(slug) from goods where slug like 'many-%'");
        assertThat(plan("select goods_id from shelf_search d where d.words like '%velvet%'"))
                .contains("shelf_search_words");
        assertThat(plan("select word from shelf_word w where 'velvt' <% w.word"))
                .contains("shelf_word_near");
    }

    private static void asOwner(String sql) throws SQLException {
        Settings.DatabaseOwner owner = mall.get(Settings.class).owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How the database would read as the role that the function runs as. */
    private static String plan(String sql) throws SQLException {
        Settings.DatabaseOwner owner = mall.get(Settings.class).owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("analyze shelf_search, shelf_word");
            statement.execute("set role rialto_search");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("explain " + sql)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
