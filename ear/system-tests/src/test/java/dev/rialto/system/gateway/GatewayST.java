package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GatewayST {
    private final Mall mall = Mall.running();

    private static JsonArray items(Http.Answer answer) {
        return answer.json().getAsJsonObject().getAsJsonArray("items");
    }

    private static String code(Http.Answer answer) {
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = answer.json().getAsJsonObject();
        assertThat(problem.get("requestId").getAsString())
                .isEqualTo(answer.header("X-Request-Id").orElseThrow());
        return problem.get("code").getAsString();
    }

    @Test
    @Tag("A18")
    void aListHasTheFieldsOfListsAndNoOthers() throws Exception {
        Http partner =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        JsonArray items = items(partner.with("Rialto-Currency", "KRW").get("/api/v1/goods?limit=5"));
        assertThat(items).hasSize(5);
        assertThat(items.get(0).getAsJsonObject().keySet())
                .isSubsetOf(
                        "id",
                        "slug",
                        "title",
                        "summary",
                        "sellerId",
                        "sellerName",
                        "listPrice",
                        "price",
                        "priorLowest",
                        "fromPrice",
                        "pictureKey",
                        "pictureAlt",
                        "available",
                        "onSale",
                        "rating")
                .contains("id", "slug", "title", "price");
    }

    @Test
    @Tag("A19")
    void anotherSellersGoodsDoNotExist() throws Exception {
        Http hanok = Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        Http nordlicht =
                Partner.ofStorefront(mall, "nordlicht.localhost", "goods:read").calling();
        String slug = items(hanok.get("/api/v1/goods?limit=1"))
                .get(0)
                .getAsJsonObject()
                .get("slug")
                .getAsString();
        assertThat(hanok.get("/api/v1/goods/" + slug).status()).isEqualTo(200);
        Http.Answer foreign = nordlicht.get("/api/v1/goods/" + slug);
        Http.Answer none = nordlicht.get("/api/v1/goods/there-is-no-such-thing");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(code(foreign)).isEqualTo(code(none)).isEqualTo("goods_not_found");
    }

    @Test
    @Tag("A17")
    void withoutAGoodTokenNothingIsTold() throws Exception {
        Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "reports:read");
        assertThat(partner.askForToken("wrong").text()).contains("\"invalid_client\"");
        Http stranger = mall.at("api.localhost");
        assertThat(stranger.get("/api/v1/goods").status()).isEqualTo(401);
        assertThat(code(stranger.with("Authorization", "Bearer x.y.z").get("/api/v1/goods")))
                .isEqualTo("invalid_token");
        Http.Answer unscoped = partner.calling().get("/api/v1/goods");
        assertThat(unscoped.status()).isEqualTo(403);
        assertThat(code(unscoped)).isEqualTo("insufficient_scope");
    }

    @Test
    @Tag("A16")
    void unknownAndWrongParametersAreNamed() throws Exception {
        Http partner =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        for (String wrong :
                new String[] {"limit=0", "limit=101", "limit=ten", "sort=cheap", "currency=KRW", "sql=select"}) {
            Http.Answer answer = partner.get("/api/v1/goods?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.json()
                            .getAsJsonObject()
                            .getAsJsonArray("errors")
                            .get(0)
                            .getAsJsonObject()
                            .get("pointer")
                            .getAsString())
                    .isEqualTo("/" + wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(partner.get("/api/v1/search").status()).isEqualTo(422);
        assertThat(partner.get("/api/v1/goods?cursor=nonsense").status()).isEqualTo(422);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
        Http partner =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        java.util.List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonObject page =
                    partner.get("/api/v1/goods?limit=17" + cursor).json().getAsJsonObject();
            page.getAsJsonArray("items")
                    .forEach(item -> seen.add(item.getAsJsonObject().get("id").getAsString()));
            cursor = page.has("next") ? "&cursor=" + page.get("next").getAsString() : "";
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void anUnchangedListIsNotSentAgain() throws Exception {
        Http partner =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").calling();
        Http.Answer first = partner.get("/api/v1/goods?limit=3");
        Http.Answer again = partner.with("If-None-Match", first.header("ETag").orElseThrow())
                .get("/api/v1/goods?limit=3");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void aTraceGoesThrough() {
        Http.Answer answer = mall.at("api.localhost")
                .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/jwks.json");
        assertThat(answer.header("X-Request-Id")).hasValue("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void callsAreCountedAndTheRestTold() throws Exception {
        Http.Answer answer = Partner.ofStorefront(mall, "hanok.localhost", "goods:read")
                .calling()
                .get("/api/v1/goods?limit=1");
        assertThat(answer.header("RateLimit-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .isEqualTo("\"credential\";q=6000;w=60, \"address\";q=30000;w=60"));
        assertThat(answer.header("RateLimit")).isPresent();
    }

    @Test
    void theApiAnswersOnItsOwnHostOnly() {
        for (String host : new String[] {"mall.localhost", "hanok.localhost", "console.localhost", "who.localhost"}) {
            assertThat(mall.at(host).get("/api/v1/jwks.json").status()).as(host).isIn(404, 421);
            for (String path : new String[] {"/health/ready", "/metrics"}) {
                assertThat(mall.at(host).get(path).status()).as(host + path).isIn(404, 421);
            }
        }
    }

    @Test
    void aCallBackWithoutAGoodSignatureIsRefused() {
        Http.Answer answer = mall.at("api.localhost").postJson("/api/callbacks/payment/sandbox", "{\"id\":\"x\"}");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(code(answer)).isNotBlank();
    }
}
