package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goods that were taken off the shelf while they lay in carts: the line says so, in the mall and elsewhere. */
class WithdrawnGoodsST {
    private final Mall mall = Mall.running();

    @Test
    @Tag("A26")
    void theCartNamesTheLineAndTheRefusalPointsToItWithoutANumber() throws Exception {
        OwnServer server = OwnServer.running(mall);
        Node node = Node.of(mall, OwnServer.STOREFRONT).guest();
        String variant = node.variant();
        JsonObject line = line(Purchase.object(node.send("POST", "/api/v1/cart/lines", Purchase.line(variant, 1))));
        String slug = line.get("slug").getAsString();
        Shopper there = Shopper.at("mall.localhost");
        Shopper elsewhere = Shopper.through(server.shopper());
        for (Shopper shopper : new Shopper[] {there, elsewhere}) {
            assertThat(shopper.add(slug, 1).status()).isEqualTo(303);
            shopper.saveDetails();
        }
        Purchase.offer(node);
        state(slug, "withdrawn");
        try {
            for (Shopper shopper : new Shopper[] {there, elsewhere}) {
                assertThat(shopper.http().get("/checkout/confirm").header("Location"))
                        .hasValue("/cart");
                assertThat(shopper.page("/cart"))
                        .contains(">" + line.get("title").getAsString() + "</a>", "No longer on sale. Please remove")
                        .contains("Please change or remove the marked lines first")
                        .doesNotContain("value=\"checkout\"");
            }
            Http.Answer refused = node.send("POST", "/api/v1/checkout/offer", "");
            assertThat(refused.status()).isEqualTo(409);
            JsonObject error = refused.json()
                    .getAsJsonObject()
                    .getAsJsonArray("errors")
                    .get(0)
                    .getAsJsonObject();
            assertThat(refused.text()).contains("\"code\":\"cart_not_ready\"");
            assertThat(error.get("pointer").getAsString())
                    .isEqualTo("/lines/" + line.get("id").getAsString());
            assertThat(error.get("code").getAsString()).isEqualTo("withdrawn");
            assertThat(error.get("detail").getAsString())
                    .startsWith("withdrawn: " + line.get("title").getAsString());
        } finally {
            state(slug, "on_sale");
        }
        assertThat(elsewhere.page("/cart")).doesNotContain("No longer on sale");
    }

    private static JsonObject line(JsonObject cart) {
        return cart.getAsJsonArray("groups")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("lines")
                .get(0)
                .getAsJsonObject();
    }

    private void state(String slug, String state) throws Exception {
        try (var database = mall.database();
                var change = database.prepareStatement("update goods set state = ? where slug = ?")) {
            change.setString(1, state);
            change.setString(2, slug);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }
}
