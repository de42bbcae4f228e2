package dev.rialto.system.goods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goods of a file of one's own, imported into the running mall by its own job. */
class ImportedGoodsST {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NAME = "probe-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Mall MALL = Mall.running();

    private static UUID run;

    @BeforeAll
    static void importAFile() throws Exception {
        UUID tenant = UUID.fromString(value("select tenant_id::text from site_host where host = 'hanok.localhost'"));
        UUID upload = UUID.randomUUID();
        run = UUID.randomUUID();
        Path folder = Files.createDirectories(MALL.data().resolve("imports").resolve(tenant.toString()));
        Files.writeString(folder.resolve(upload + ".csv"), """
                Handle,Title,Body (HTML),Published,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price
                %1$s,Probe %1$s,<p>Described</p><script>alert(1)</script>,true,Title,Default Title,3,10000
                %1$s-bad,Bad %1$s,,true,Title,Default Title,3,-5
                """.formatted(NAME));
        change("""
                insert into job_run (id, job, tenant_id, parameters, state, requested_at)
                select ?::uuid, 'goods-import', ?::uuid, jsonb_build_object('tenantId', ?::text, 'upload', ?::text,
                    'fileName', 'probe.csv', 'categoryId', (select id from category where parent_id is not null limit 1),
                    'currency', 'KRW', 'language', 'en', 'mode', 'IMPORT', 'pieces', 'FIRST_ONLY'), 'requested', now()
                """, run.toString(), tenant.toString(), tenant.toString(), upload.toString());
        awaitEnd();
    }

    private static void awaitEnd() throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        String state = "requested";
        while (!state.equals("completed") && Instant.now().isBefore(end)) {
            assertThat(state).isIn("requested", "running");
            Thread.sleep(200);
            state = value("select state from job_run where id = '" + run + "'");
        }
        assertThat(state).isEqualTo("completed");
    }

    private static String value(String sql) throws SQLException {
        try (Connection database = MALL.database();
                ResultSet row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void change(String sql, String... values) throws SQLException {
        try (Connection database = MALL.database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String page(String host, String path) {
        return MALL.at(host).get(path).text();
    }

    private static String product(String host) {
        return page(host, "/goods/" + NAME + "?lang=en&currency=KRW");
    }

    @Test
    @Tag("A2")
    void importedGoodsAreInSearchAndOnTheirPage() {
        assertThat(page("mall.localhost", "/search?lang=en&currency=KRW&q=" + NAME))
                .contains("/goods/" + NAME);
        assertThat(product("mall.localhost"))
                .contains("Probe " + NAME, "<p>Described</p>")
                .doesNotContain("alert(1)");
    }

    @Test
    void theBadRowIsToldByLineAndColumnAndLeftOut() throws SQLException {
        assertThat(value(
                        "select line || ' ' || column_name || ' ' || code from job_error where run_id = '" + run + "'"))
                .isEqualTo("3 Variant Price negative");
        assertThat(MALL.at("mall.localhost").get("/goods/" + NAME + "-bad").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("A11")
    void anEditShowsInMallAndStorefrontOnTheNextPage() throws SQLException {
        change(
                "update goods_text set summary = 'Edited once' where goods_id = (select id from goods where slug = ?)",
                NAME);
        assertThat(product("mall.localhost")).contains("Edited once");
        assertThat(product("hanok.localhost")).contains("Edited once");
    }

    @Test
    @Tag("A24")
    @Tag("A25")
    void theStorefrontsRateReplacesTheMalls() throws SQLException {
        String rates = value("select string_agg(id || '=' || discount_bp, ',') from site");
        try {
            rate("mall.localhost", "500");
            rate("hanok.localhost", "1000");
            assertThat(product("mall.localhost")).contains("9,500").doesNotContain("8,550");
            assertThat(product("hanok.localhost")).contains("9,000").doesNotContain("8,550");
        } finally {
            change("""
                    update site s set discount_bp = split_part(r.rate, '=', 2)::int
                    from unnest(string_to_array(?, ',')) r(rate) where s.id::text = split_part(r.rate, '=', 1)
                    """, rates);
        }
        assertThat(value("select amount::text from price p join variant v on v.id = p.variant_id "
                        + "join goods g on g.id = v.goods_id where g.slug = '" + NAME + "'"))
                .isEqualTo("10000");
    }

    private static void rate(String host, String basisPoints) throws SQLException {
        change(
                "update site set discount_bp = ?::int where id = (select site_id from site_host where host = ?)",
                basisPoints,
                host);
    }
}
