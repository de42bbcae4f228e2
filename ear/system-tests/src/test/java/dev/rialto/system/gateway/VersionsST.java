package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes say which version they are made to, so that nobody overwrites what he has not seen. */
class VersionsST {
    private static final Mall MALL = Mall.running();
    private static Node hanok;

    @BeforeAll
    static void aStorefront() throws Exception {
        hanok = Node.of(MALL, "hanok.localhost");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String tag(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.header("ETag").orElseThrow();
    }

    private static Http.Answer without(Node node, String method, String path, String json) {
        return node.calling()
                .send(node.calling()
                        .request(path)
                        .header("Content-Type", "application/json")
                        .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String line(Node node) {
        JsonObject cart = Purchase.object(node.send("POST", "/api/v1/cart/lines", Purchase.line(node.variant(), 1)));
        return "/api/v1/cart/lines/"
                + cart.getAsJsonArray("groups")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("lines")
                        .get(0)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString();
    }

    @Test
    @Tag("A13")
    void aChangeOfTheCartIsMadeToTheVersionItNamesOrToWhatThereIs() throws Exception {
        Node node = hanok.forSomebodyElse().guest();
        String line = line(node);
        String seen = tag(node.calling().get("/api/v1/cart"));
        assertThat(node.calling()
                        .with("If-None-Match", seen)
                        .get("/api/v1/cart")
                        .status())
                .isEqualTo(304);
        Http.Answer changed = node.sendTo("PATCH", line, "{\"quantity\":2}", key(), seen);
        assertThat(tag(changed)).isNotEqualTo(seen);
        Http.Answer stale = node.sendTo("PATCH", line, "{\"quantity\":3}", key(), seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("precondition_failed");
        assertThat(node.calling().get("/api/v1/cart").text()).contains("\"quantity\":2");
        assertThat(node.sendTo("DELETE", line, "", key(), seen).status()).isEqualTo(412);
        assertThat(node.sendTo("DELETE", line, "", key(), tag(changed)).status())
                .isEqualTo(200);
        // what version 1.0 had goes on for clients that name no version; what came after it does not
        String next = line(node);
        assertThat(without(node, "PATCH", next, "{\"quantity\":3}").text()).contains("\"quantity\":3");
        assertThat(without(node, "DELETE", next, "").status()).isEqualTo(200);
        Http.Answer nameless = without(node, "PUT", "/api/v1/cart/coupon", "{\"code\":\"NONE\"}");
        assertThat(nameless.status()).isEqualTo(428);
        assertThat(nameless.text()).contains("precondition_required");
    }

    @Test
    @Tag("A13")
    void ofManyChangesOfOneVersionOneIsMade() throws Exception {
        Node node = hanok.forSomebodyElse().guest();
        String line = line(node);
        String seen = tag(node.calling().get("/api/v1/cart"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Http.Answer>> changes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String json = "{\"quantity\":" + (i + 2) + "}";
            changes.add(() -> node.sendTo("PATCH", line, json, key(), seen));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Http.Answer> change : threads.invokeAll(changes)) {
            statuses.add(change.get().status());
        }
        threads.shutdown();
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    @Tag("A23")
    void aChangeOfTheMemberIsMadeToTheVersionItNamesOrToWhatThereIs() throws Exception {
        Node member = Node.of(MALL, "hanok.localhost").joined();
        String path = "/api/v1/member";
        String seen = tag(member.calling().get(path));
        String profile = "{\"name\":\"Kim Versions\",\"phone\":\"\",\"language\":\"en\"}";
        String next = tag(member.sendTo("PATCH", path, profile, key(), seen));
        assertThat(member.sendTo("PATCH", path, profile.replace("Versions", "Lost"), key(), seen)
                        .status())
                .isEqualTo(412);
        assertThat(member.calling().get(path).text()).contains("Kim Versions").doesNotContain("Kim Lost");
        assertThat(member.sendTo("PUT", path + "/consents/marketing", "{\"given\":true}", key(), seen)
                        .status())
                .isEqualTo(412);
        assertThat(member.sendTo("PUT", path + "/consents/marketing", "{\"given\":true}", key(), next)
                        .status())
                .isEqualTo(200);
        assertThat(without(member, "PATCH", path, profile.replace("Versions", "Earlier"))
                        .text())
                .contains("Kim Earlier");
    }

    @Test
    @Tag("A23")
    void aMemberWhoJustSignedInIsErasedAndIsThenNobody() throws Exception {
        Node member = Node.of(MALL, "hanok.localhost").joined();
        String path = "/api/v1/member";
        String seen = tag(member.calling().get(path));
        assertThat(without(member, "DELETE", path, "").status()).isEqualTo(428);
        started(member, "-12 minutes");
        Http.Answer late = member.sendTo("DELETE", path, "", key(), seen);
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text()).contains("sign_in_again");
        assertThat(member.calling().get(path).status()).isEqualTo(200);
        started(member, "12 minutes");
        assertThat(member.sendTo("DELETE", path, "", key(), seen).status()).isEqualTo(204);
        assertThat(member.calling().get(path).status()).isIn(401, 404);
        assertThat(member.refresh().status()).isEqualTo(400);
    }

    /** As if the member had signed in so much later. */
    private static void started(Node member, String later) throws Exception {
        try (var database = MALL.database();
                var update = database.prepareStatement(
                        "update session set created_at = created_at + ?::interval where token_hash = ?")) {
            update.setString(1, later);
            update.setString(2, Partner.hash(member.token("Rialto-Cart")));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    @Tag("A19")
    void metadataOfGoodsIsTheSellersOwnAndBounded() throws Exception {
        String goods = "/api/v1/seller/goods/"
                + hanok.calling()
                        .get("/api/v1/goods?limit=1&sort=newest")
                        .json()
                        .getAsJsonObject()
                        .getAsJsonArray("items")
                        .get(0)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString()
                + "/metadata";
        String seen = tag(hanok.calling().get(goods));
        String mark = "erp-" + UUID.randomUUID();
        String kept = "{\"entries\":{\"erp_number\":\"" + mark + "\",\"shelf\":\"한글 <b>\"}}";
        assertThat(without(hanok, "PUT", goods, kept).status()).isEqualTo(428);
        tag(hanok.sendTo("PUT", goods, kept, key(), seen));
        assertThat(hanok.sendTo("PUT", goods, kept, key(), seen).status()).isEqualTo(412);
        assertThat(hanok.calling().get(goods).text()).contains(mark, "한글 <b>");
        Node other = Node.of(MALL, "nordlicht.localhost");
        assertThat(other.calling().get(goods).status()).isEqualTo(404);
        assertThat(other.sendTo("PUT", goods, kept, key(), "\"v1\"").status()).isEqualTo(404);
        String now = tag(hanok.calling().get(goods));
        for (String wrong : List.of(
                many(51), "{\"entries\":{\"a b\":\"x\"}}", "{\"entries\":{\"a\":\"" + "x".repeat(501) + "\"}}")) {
            Http.Answer refused = hanok.sendTo("PUT", goods, wrong, key(), now);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.text()).contains("metadata_invalid", "/entries");
        }
        tag(hanok.sendTo("PUT", goods, many(50), key(), now));
    }

    private static String many(int keys) {
        StringBuilder json = new StringBuilder("{\"entries\":{");
        for (int i = 0; i < keys; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("\"key")
                    .append(i)
                    .append("\":\"")
                    .append(i)
                    .append('"');
        }
        return json.append("}}").toString();
    }

    @Test
    @Tag("A26")
    void theDryRunOfAPriceIsThePriceOfTheCheckoutAndLeavesNothing() throws Exception {
        Node member = Node.of(MALL, "hanok.localhost").joined();
        String variant = member.variant();
        long held = held(variant);
        String asked = "{\"lines\":[{\"variantId\":\"" + variant
                + "\",\"quantity\":2}],\"country\":\"KR\",\"postcode\":\"04524\",\"region\":\"Seoul\"}";
        JsonObject dry = Purchase.object(member.send("POST", "/api/v1/checkout/price", asked));
        assertThat(held(variant)).isEqualTo(held);
        assertThat(Purchase.object(member.calling().get("/api/v1/cart"))
                        .get("count")
                        .getAsInt())
                .isZero();
        Purchase.object(member.send("POST", "/api/v1/cart/lines", Purchase.line(variant, 2)));
        JsonObject offer = Purchase.offer(member);
        for (String sum : List.of("goodsTotal", "deliveryTotal", "taxTotal", "total")) {
            assertThat(dry.get(sum)).as(sum).isEqualTo(offer.get(sum));
        }
        Http.Answer nowhere = member.send("POST", "/api/v1/checkout/price", asked.replace("KR", "XX"));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.text()).contains("/country");
        Http.Answer many = member.send("POST", "/api/v1/checkout/price", asked.replace(":2}", ":998}"));
        assertThat(many.status()).isIn(409, 422);
        assertThat(many.text()).contains("/lines/0/variantId");
    }

    private static long held(String variant) throws Exception {
        try (var database = MALL.database();
                var query = database.prepareStatement("select sum(held) from stock where variant_id = ?::uuid")) {
            query.setString(1, Listeners.inside(variant).toString());
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Tag("A17")
    void aProgramRenewsItsOwnSecretAndBothAreGoodMeanwhile() throws Exception {
        Node node = Node.of(MALL, "hanok.localhost");
        String key = key();
        JsonObject fresh =
                Purchase.object(node.sendOnce("POST", "/api/v1/credential/secret", "{\"overlapSeconds\":3600}", key));
        String secret = fresh.get("secret").getAsString();
        assertThat(node.partner().askForToken(secret).status()).isEqualTo(200);
        assertThat(node.partner().askForToken(Partner.SECRET).status()).isEqualTo(200);
        Http.Answer again = node.sendOnce("POST", "/api/v1/credential/secret", "{\"overlapSeconds\":3600}", key);
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(again.text()).doesNotContain(secret).contains("secretBeforeUntil");
        assertThat(node.send("POST", "/api/v1/credential/secret", "{\"overlapSeconds\":99999999}")
                        .text())
                .contains("/overlap");
        Purchase.object(node.send("POST", "/api/v1/credential/secret", "{\"overlapSeconds\":0}"));
        assertThat(node.partner().askForToken(secret).status()).isEqualTo(401);
    }
}
