package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;

/** Buying over the gateway, from the cart to an order that waits for its deposit. */
final class Purchase {
    private static final String BUYER = """
            {"email":"buyer@example.test","name":"Kim Node","phone":"010-1234-5678","country":"KR","postcode":"04524",
             "region":"Seoul","city":"Seoul","street":"Sejong-daero 110","extra":"","note":"","delivery":{}}""";

    private Purchase() {}

    /** What was bought. */
    record Bought(String number, String variant, String slug, String seller) {}

    static JsonObject object(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json().getAsJsonObject();
    }

    static Bought by(Node node) {
        String variant = node.variant();
        JsonObject cart = object(node.send("POST", "/api/v1/cart/lines", line(variant, 1)));
        JsonObject group = cart.getAsJsonArray("groups").get(0).getAsJsonObject();
        JsonElement line = group.getAsJsonArray("lines").get(0);
        JsonObject offer = offer(node);
        JsonObject placed = object(node.send("POST", "/api/v1/checkout/payment", payment(offer)));
        return new Bought(
                placed.get("orderNumber").getAsString(),
                variant,
                line.getAsJsonObject().get("slug").getAsString(),
                group.get("sellerId").getAsString());
    }

    static String line(String variant, int quantity) {
        return "{\"variantId\":\"" + variant + "\",\"quantity\":" + quantity + "}";
    }

    static JsonObject offer(Node node) {
        object(node.calling().get("/api/v1/checkout"));
        object(node.send("PUT", "/api/v1/checkout/details", BUYER));
        return object(node.send("POST", "/api/v1/checkout/offer", ""));
    }

    static String payment(JsonObject offer) {
        String bank =
                offer.getAsJsonArray("banks").get(0).getAsJsonObject().get("id").getAsString();
        return "{\"fingerprint\":\"" + offer.get("fingerprint").getAsString()
                + "\",\"method\":\"deposit\",\"bankId\":\"" + bank + "\",\"expectedTotal\":" + offer.get("total") + "}";
    }
}
