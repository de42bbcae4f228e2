package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A storefront elsewhere sells through the gateway alone. */
class NodePurchaseST {
    private static final String BUYER = """
            {"email":"buyer@example.test","name":"Kim Node","phone":"010-1234-5678","country":"KR","postcode":"04524",
             "region":"Seoul","city":"Seoul","street":"Sejong-daero 110","extra":"","note":"","delivery":{}}""";
    private final Mall mall = Mall.running();

    private static JsonObject object(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json().getAsJsonObject();
    }

    private static String code(Http.Answer answer) {
        return answer.json().getAsJsonObject().get("code").getAsString();
    }

    private JsonObject offerOf(Node node) {
        object(node.send("POST", "/api/v1/cart/lines", "{\"variantId\":\"" + node.variant() + "\",\"quantity\":2}"));
        object(node.calling().get("/api/v1/checkout"));
        assertThat(object(node.send("PUT", "/api/v1/checkout/details", BUYER)).getAsJsonArray("errors"))
                .isEmpty();
        return object(node.send("POST", "/api/v1/checkout/offer", ""));
    }

    private static String payment(JsonObject offer, long more) {
        long total = offer.getAsJsonObject("total").get("minor").getAsLong() + more;
        String bank =
                offer.getAsJsonArray("banks").get(0).getAsJsonObject().get("id").getAsString();
        return "{\"fingerprint\":\"" + offer.get("fingerprint").getAsString()
                + "\",\"method\":\"deposit\",\"bankId\":\"" + bank + "\",\"expectedTotal\":{\"minor\":" + total
                + ",\"currency\":\"KRW\"}}";
    }

    @Test
    @Tag("A13")
    @Tag("A23")
    @Tag("A28")
    @Tag("A32")
    void aMemberJoinsAtTheMallForTheStorefrontAndBuysThere() throws Exception {
        Node node = Node.of(mall, "hanok.localhost").guest();
        JsonObject guests = object(
                node.send("POST", "/api/v1/cart/lines", "{\"variantId\":\"" + node.variant() + "\",\"quantity\":1}"));
        assertThat(guests.get("count").getAsInt()).isEqualTo(1);
        node.joined();
        assertThat(object(node.calling().get("/api/v1/cart")).get("count").getAsInt())
                .isEqualTo(1);
        JsonObject offer = offerOf(node);
        String key = "order-" + System.nanoTime();
        Http.Answer placed = node.sendOnce("POST", "/api/v1/checkout/payment", payment(offer, 0), key);
        String number = object(placed).get("orderNumber").getAsString();
        Http.Answer twin = node.sendOnce("POST", "/api/v1/checkout/payment", payment(offer, 0), key);
        assertThat(twin.header("Idempotent-Replayed")).hasValue("true");
        assertThat(object(twin).get("orderNumber").getAsString()).isEqualTo(number);
        assertThat(code(node.sendOnce("POST", "/api/v1/checkout/payment", payment(offer, 1), key)))
                .isEqualTo("idempotency_key_reused");
        JsonObject order = object(node.calling().get("/api/v1/orders/" + number));
        assertThat(order.getAsJsonObject("total")).isEqualTo(offer.getAsJsonObject("total"));
        assertThat(object(node.calling().get("/api/v1/orders")).getAsJsonArray("items"))
                .hasSize(1);
        try (var database = mall.database();
                var query = database.prepareStatement("""
                        select count(*) from purchase p join member m on m.account_id = p.account_id
                        join site_host h on h.site_id = m.join_site_id and h.host = 'hanok.localhost'
                        where p.number = ? and p.site_id = h.site_id
                        """)) {
            query.setString(1, number);
            var row = query.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    @Tag("A26")
    void aTotalThatIsNotTheMallsIsRefusedAndNothingIsBought() throws Exception {
        Node node = Node.of(mall, "hanok.localhost").joined();
        JsonObject offer = offerOf(node);
        Http.Answer tampered = node.send("POST", "/api/v1/checkout/payment", payment(offer, -100));
        assertThat(tampered.status()).isEqualTo(409);
        assertThat(code(tampered)).isEqualTo("price_changed");
        assertThat(object(node.calling().get("/api/v1/orders")).getAsJsonArray("items"))
                .isEmpty();
    }

    @Test
    @Tag("A17")
    void aMembersTokenOpensNothingAtAnotherStorefrontNorWithoutTheStorefronts() throws Exception {
        Node hanok = Node.of(mall, "hanok.localhost").joined();
        Node other = Node.of(mall, "nordlicht.localhost")
                .with("Rialto-Member", hanok.token("Rialto-Member"))
                .with("Rialto-Cart", hanok.token("Rialto-Cart"));
        for (String path : new String[] {"/api/v1/orders", "/api/v1/member", "/api/v1/cart"}) {
            assertThat(hanok.calling().get(path).status()).as(path).isEqualTo(200);
            assertThat(other.calling().get(path).status()).as(path).isEqualTo(401);
            Http bare = mall.at("api.localhost").with("Rialto-Member", hanok.token("Rialto-Member"));
            assertThat(bare.get(path).status()).as(path).isEqualTo(401);
        }
        Node half = hanok.forSomebodyElse().with("Rialto-Cart", hanok.token("Rialto-Cart"));
        assertThat(half.calling().get("/api/v1/cart").status()).isEqualTo(401);
        assertThat(hanok.refresh().status()).isEqualTo(200);
        hanok.calling().send("DELETE", "/api/v1/session", BodyPublishers.noBody());
        assertThat(code(hanok.refresh())).isEqualTo("invalid_grant");
    }
}
