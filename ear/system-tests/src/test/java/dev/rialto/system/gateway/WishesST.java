package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The wish list of a member, over the gateway and on a storefront elsewhere. */
class WishesST {
    private static final String WISHES = "/api/v1/member/wishes";

    private final Mall mall = Mall.running();

    private static Http.Answer send(Node node, String method, String path) {
        return node.calling().send(method, path, BodyPublishers.noBody());
    }

    private static JsonObject first(Node node, String path) {
        return node.calling()
                .get(path)
                .json()
                .getAsJsonObject()
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    @Tag("A13")
    @Tag("A19")
    void aWishListIsItsMembersAloneAndOfThisStorefront() throws Exception {
        Node member = Node.of(mall, "hanok.localhost").joined();
        String goods = first(member, "/api/v1/goods?limit=1").get("id").getAsString();
        Node other = Node.of(mall, "nordlicht.localhost").joined();
        String foreign = first(other, "/api/v1/goods?limit=1").get("id").getAsString();

        assertThat(send(member, "PUT", WISHES + "/" + goods).status()).isEqualTo(204);
        assertThat(send(member, "PUT", WISHES + "/" + goods).status()).isEqualTo(204);
        assertThat(send(member, "PUT", WISHES + "/" + foreign).status()).isEqualTo(404);
        JsonObject wish = first(member, WISHES);
        assertThat(wish.get("goodsId").getAsString()).isEqualTo(goods);
        assertThat(wish.getAsJsonObject("price"))
                .isEqualTo(first(member, "/api/v1/goods?limit=1").getAsJsonObject("price"));
        assertThat(other.calling().get(WISHES).text()).doesNotContain(goods);

        assertThat(member.calling().get("/api/v1/session").text()).contains("\"wished\":[\"" + goods + "\"]");
        Http guestToken = mall.at("api.localhost")
                .with("Authorization", "Bearer " + member.partner().token())
                .with("Rialto-Cart", member.token("Rialto-Cart"));
        assertThat(guestToken.get("/api/v1/session").text())
                .as("the cart token alone tells nothing of the member's")
                .doesNotContain("wished", goods);
        assertThat(guestToken.get(WISHES).status()).isEqualTo(401);

        assertThat(send(member, "DELETE", WISHES + "/" + goods).status()).isEqualTo(204);
        assertThat(send(member, "DELETE", WISHES + "/" + goods).status()).isEqualTo(404);
    }

    @Test
    @Tag("A13")
    void aMemberWishesOnTheOwnServerAndMovesItToTheCart() throws Exception {
        OwnServer server = OwnServer.running(mall);
        String slug = singleVariant();
        Page phone = Chromium.page(390);
        phone.setDefaultTimeout(30_000);
        phone.navigate(server.address("/goods/" + slug));
        phone.locator("button.wish").click();
        phone.waitForURL("http://" + OwnServer.STOREFRONT + ":*/**");
        phone.navigate(server.address("/account/join?next=goods." + slug));
        phone.fill("input[name=name]", "Kim Wish");
        phone.fill("input[name=email]", "wish-" + System.nanoTime() + "@example.test");
        phone.fill("input[name=password]", "a quiet river at dawn");
        phone.check("input[name=terms]");
        phone.locator("form[action='/account/join'] button[type=submit]").click();
        phone.locator("main a.button.first").click();
        phone.waitForURL(server.address("/goods/" + slug));
        phone.locator("button.wish").click();
        phone.locator("button.wish.on").waitFor();
        phone.navigate(server.address("/goods?sort=new"));
        phone.locator("button.heart.on").waitFor();
        phone.navigate(server.address("/wishes?lang=en"));
        assertThat(phone.locator("main").innerText()).contains("Move to cart", "In stock");
        assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(390);
        phone.locator("form[action='/wishes/cart'] button").click();
        phone.waitForURL(server.address("/cart?added"));
        phone.navigate(server.address("/wishes"));
        assertThat(phone.locator("main").innerText()).contains("Nothing is on your wish list yet");
        phone.context().close();
        assertThat(server.shopper()
                        .post("/wishes", java.util.Map.of("add", "goods_x", "back", "/goods/" + slug))
                        .header("Location"))
                .hasValue("/account/sign-in?next=goods." + slug);
    }

    /** Goods among the newest that need no choice. */
    private String singleVariant() throws Exception {
        Node node = Node.of(mall, "hanok.localhost");
        for (var card : node.calling()
                .get("/api/v1/goods?limit=24&sort=newest")
                .json()
                .getAsJsonObject()
                .getAsJsonArray("items")) {
            String slug = card.getAsJsonObject().get("slug").getAsString();
            var stock = node.calling()
                    .get("/api/v1/goods/" + slug + "/stock")
                    .json()
                    .getAsJsonObject()
                    .getAsJsonArray("items");
            if (stock.size() == 1
                    && stock.get(0).getAsJsonObject().get("available").getAsLong() > 2) {
                return slug;
            }
        }
        throw new AssertionError("no such goods");
    }
}
