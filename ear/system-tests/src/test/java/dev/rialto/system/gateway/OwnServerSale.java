package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Buying on a seller's own server with plain requests, and what its seller does then. */
final class OwnServerSale {
    private static final String CARD = "4242 4242 4242 4242";
    private static final Pattern CARD_PAGE = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Pattern ORDER = Pattern.compile("/orders/([^?]+)");

    private final OwnServer server;
    private final String token;

    private OwnServerSale(OwnServer server, String token) {
        this.server = server;
        this.token = token;
    }

    static OwnServerSale at(OwnServer server) {
        return new OwnServerSale(server, server.partner().token());
    }

    /** The same key by hand, with one token for all the tests. */
    Http program() {
        return Mall.running().at("api.localhost").with("Authorization", "Bearer " + token);
    }

    JsonObject told(String path) {
        Http.Answer answer = program()
                .with("Rialto-Currency", "KRW")
                .with("Rialto-Language", "en")
                .get("/api/v1" + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json().getAsJsonObject();
    }

    /** Goods with one variant that enough are left of. */
    String slug() {
        for (var card : told("/goods?limit=50&sort=newest").getAsJsonArray("items")) {
            String slug = card.getAsJsonObject().get("slug").getAsString();
            JsonArray stock = told("/goods/" + slug + "/stock").getAsJsonArray("items");
            if (stock.size() == 1
                    && stock.get(0).getAsJsonObject().get("available").getAsLong() > 4) {
                return slug;
            }
        }
        throw new AssertionError("no such goods");
    }

    Shopper atTheConfirmation(String slug) {
        Shopper shopper = Shopper.through(server.shopper());
        assertThat(shopper.add(slug, 1).status()).isEqualTo(303);
        assertThat(shopper.saveDetails().header("Location")).hasValue("/checkout/confirm");
        return shopper;
    }

    String paidByCard(Shopper shopper) throws Exception {
        Http.Answer order =
                shopper.http().get(paidOnTheCardPage(shopper.pay("card").text()));
        return order.header("Location").orElseThrow();
    }

    /** Pays on the card page to which a page of the shop leads; where that sends the buyer back to. */
    String paidOnTheCardPage(String leaving) throws Exception {
        Matcher away = CARD_PAGE.matcher(leaving);
        assertThat(away.find()).as(leaving).isTrue();
        HttpResponse<String> approved = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(away.group(1).replace("&amp;", "&")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "number=" + CARD.replace(" ", "+") + "&expiry=12%2F39&cvc=123"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        URI back = URI.create(approved.headers().firstValue("Location").orElseThrow());
        assertThat(back.getAuthority()).isEqualTo(OwnServer.HOST + ":" + server.port());
        return back.getRawPath() + (back.getRawQuery() == null ? "" : "?" + back.getRawQuery());
    }

    /** Pays by transfer, which is still to come; the number of the order. */
    String waitingForDeposit(Shopper shopper) {
        String way = shopper.pay("deposit").header("Location").orElseThrow();
        return Shopper.first(ORDER, way);
    }

    /** A new member, who joins on the mall's page and comes back signed in. */
    Shopper joined() {
        Http own = server.shopper();
        URI away = URI.create(own.get("/account/join").header("Location").orElseThrow());
        Http browser = Mall.running().at(OwnServer.STOREFRONT).with("Accept-Language", "en");
        String form = browser.get(away.getRawPath() + "?" + away.getRawQuery())
                .header("Location")
                .orElseThrow();
        Http.Answer joined = browser.post(
                "/account/join",
                Map.of(
                        "email",
                        "own-" + UUID.randomUUID() + "@example.test",
                        "password",
                        Node.PASSWORD,
                        "name",
                        "Kim Own",
                        "phone",
                        "",
                        "terms",
                        "on",
                        "next",
                        form.substring(form.indexOf("next=") + 5)));
        String page = browser.get(joined.header("Location").orElseThrow()).text();
        URI back = URI.create(Shopper.first(Pattern.compile("\"(http[^\"]+/signed-in[^\"]+)\""), page)
                .replace("&amp;", "&"));
        assertThat(own.get(back.getRawPath() + "?" + back.getRawQuery()).status())
                .isEqualTo(303);
        return Shopper.through(own);
    }

    void ship(String number) {
        for (var part : told("/seller/orders?limit=50").getAsJsonArray("items")) {
            JsonObject one = part.getAsJsonObject();
            if (one.get("number").getAsString().startsWith(number)) {
                String id = one.get("id").getAsString();
                Http.Answer seen = program().get("/api/v1/seller/orders/" + id);
                Http.Answer shipped = program()
                        .with("If-Match", seen.header("ETag").orElseThrow())
                        .with("Idempotency-Key", "ship-" + number)
                        .postJson(
                                "/api/v1/seller/orders/" + id + "/shipments",
                                "{\"carrier\":\"CJ\",\"trackingNumber\":\"TRACK-4711\"}");
                assertThat(shipped.status()).as(shipped.toString()).isEqualTo(201);
                return;
            }
        }
        throw new AssertionError("the seller does not see " + number);
    }
}
