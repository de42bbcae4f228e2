package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written down about calls. */
class CallLogST {
    private final Mall mall = Mall.running();

    private record Row(String kind, String factor, int status, String code, int rows, long micros, boolean known) {}

    /** The log is written beside the requests, a moment later. */
    private Row logged(Http.Answer answer) throws Exception {
        String request = answer.header("X-Request-Id").orElseThrow();
        Instant limit = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(limit)) {
            try (var database = mall.database();
                    var query = database.prepareStatement("""
                            select kind, factor::text, status, code, rows, micros, tenant_id is not null
                            from gateway_call where request_id = ?
                            """)) {
                query.setString(1, request);
                ResultSet row = query.executeQuery();
                if (row.next()) {
                    return new Row(
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getLong(6),
                            row.getBoolean(7));
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not written down: " + request);
    }

    @Test
    @Tag("A12")
    @Tag("A35")
    void aListIsOneCallOfKindGoodsWithItsRowsAndTime() throws Exception {
        Http partner =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        Row row = logged(partner.get("/api/v1/goods?limit=7&sort=newest"));
        assertThat(row.kind()).isEqualTo("goods");
        assertThat(row.rows()).isEqualTo(7);
        assertThat(row.status()).isEqualTo(200);
        assertThat(row.micros()).isPositive();
        assertThat(row.known()).isTrue();
        assertThat(row.factor()).contains("\"limit\": \"7\"").contains("newest");
    }

    @Test
    @Tag("A16")
    void aRefusedFactorIsWrittenDownAndReachesNoTable() throws Exception {
        Http partner =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        Row row = logged(partner.get("/api/v1/goods?sql=select"));
        assertThat(row.status()).isEqualTo(422);
        assertThat(row.code()).isEqualTo("invalid_parameter");
        assertThat(row.factor()).doesNotContain("select");
        assertThat(logged(mall.at("api.localhost").get("/api/v1/nonsense")).kind())
                .isEqualTo("unknown");
    }

    @Test
    @Tag("A14")
    void whatIsBoughtIsNamedByIdAndWordsOfPeopleAreNot() throws Exception {
        Node node = Node.of(mall, "hanok.localhost").guest();
        String variant = node.variant();
        Row row = logged(node.send("POST", "/api/v1/cart/lines", "{\"variantId\":\"" + variant + "\",\"quantity\":1}"));
        assertThat(row.kind()).isEqualTo("cart");
        assertThat(row.factor()).contains(variant).contains("\"quantity\": \"1\"");
        Row search = logged(node.calling().get("/api/v1/search?q=somebody%40example.test"));
        assertThat(search.factor()).doesNotContain("example.test");
    }
}
