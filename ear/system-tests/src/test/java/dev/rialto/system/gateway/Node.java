package dev.rialto.system.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A storefront on its seller's own server, as far as the gateway sees it. */
final class Node {
    static final String ALL =
            "goods:read cart:write checkout:write orders:read orders:write members:write goods:write stock:write reports:read requests:write credentials:write webhooks:write";
    static final String PASSWORD = "correct horse battery 9";
    private static final String BACK = "https://shop.hanok.example/signed-in";
    static final String VERIFIER = "a-verifier-of-43-characters-or-more-0123456789";

    private final Mall mall;
    private final String host;
    private final Partner partner;
    private final String bearer;
    private final Map<String, String> tokens = new HashMap<>();

    private Node(Mall mall, String host, Partner partner) {
        this.mall = mall;
        this.host = host;
        this.partner = partner;
        this.bearer = partner.token();
    }

    static Node of(Mall mall, String host) throws Exception {
        Partner partner = Partner.ofStorefront(mall, host, ALL.split(" "));
        partner.sendBackTo(BACK);
        return new Node(mall, host, partner);
    }

    Partner partner() {
        return partner;
    }

    /** A client with the storefront's token and those of the shopper. */
    Http calling() {
        Http http = mall.at("api.localhost").with("Authorization", "Bearer " + bearer);
        tokens.forEach(http::with);
        return http.with("Rialto-Currency", "KRW").with("Rialto-Language", "en");
    }

    /** The same without language and currency. */
    Http plain() {
        Http http = mall.at("api.localhost").with("Authorization", "Bearer " + bearer);
        tokens.forEach(http::with);
        return http;
    }

    Node with(String header, String value) {
        tokens.put(header, value);
        return this;
    }

    String token(String header) {
        return tokens.get(header);
    }

    /** The same storefront with another shopper. */
    Node forSomebodyElse() {
        return new Node(mall, host, partner);
    }

    Node guest() {
        Http.Answer answer = calling().send("POST", "/api/v1/carts", BodyPublishers.noBody());
        return with(
                "Rialto-Cart", answer.json().getAsJsonObject().get("cartToken").getAsString());
    }

    Http.Answer send(String method, String path, String json) {
        return sendOnce(method, path, json, UUID.randomUUID().toString());
    }

    Http.Answer sendOnce(String method, String path, String json, String key) {
        return sendTo(method, path, json, key, "*");
    }

    /** A change of the version that the tag names. */
    Http.Answer sendTo(String method, String path, String json, String key, String version) {
        return calling()
                .send(calling()
                        .request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("If-Match", version)
                        .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    static String challenge() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    String connect(String more) throws Exception {
        return "/connect?client_id=" + partner.clientId() + "&redirect_uri=" + BACK.replace(":", "%3A") + "&state=xyz"
                + "&code_challenge=" + challenge() + "&code_challenge_method=S256" + more;
    }

    /** Joins on the mall's branded page, as a person's browser does, and brings the code back. */
    String joinAndBringCode(String email) throws Exception {
        Http browser = mall.at(host);
        String form = browser.get(connect("&screen=join")).header("Location").orElseThrow();
        String next = form.substring(form.indexOf("next=") + 5);
        Http.Answer joined = browser.post(
                "/account/join",
                Map.of(
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "name",
                        "Kim Node",
                        "phone",
                        "",
                        "terms",
                        "on",
                        "next",
                        next));
        String page = browser.get(joined.header("Location").orElseThrow()).text();
        int at = page.indexOf(BACK);
        String link = page.substring(at, page.indexOf('"', at)).replace("&amp;", "&");
        return codeIn(link);
    }

    static String codeIn(String address) {
        for (String part : URI.create(address).getRawQuery().split("&")) {
            if (part.startsWith("code=")) {
                return URLDecoder.decode(part.substring(5), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no code in " + address);
    }

    Http.Answer exchange(String code, String verifier) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                partner.clientId(),
                "client_secret",
                Partner.SECRET,
                "code",
                code,
                "redirect_uri",
                BACK,
                "code_verifier",
                verifier));
        if (tokens.containsKey("Rialto-Cart")) {
            form.put("cart_token", tokens.get("Rialto-Cart"));
        }
        return mall.at("api.localhost").post("/api/v1/token", form);
    }

    /** Signs in at the mall for this storefront, as a person's browser does. */
    Node signedIn(String email) throws Exception {
        Http browser = mall.at(host);
        String form = browser.get(connect("")).header("Location").orElseThrow();
        String next = form.substring(form.indexOf("next=") + 5);
        Http.Answer in =
                browser.post("/account/sign-in", Map.of("email", email, "password", PASSWORD, "next", decoded(next)));
        return admitted(codeOf(browser.get(in.header("Location").orElseThrow())));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String codeOf(Http.Answer page) {
        int at = page.text().indexOf(BACK);
        return codeIn(page.text().substring(at, page.text().indexOf('"', at)).replace("&amp;", "&"));
    }

    /** A new member of this storefront; a guest's cart comes along. */
    Node joined() throws Exception {
        return joined("node-" + UUID.randomUUID() + "@example.test");
    }

    Node joined(String email) throws Exception {
        return admitted(joinAndBringCode(email));
    }

    private Node admitted(String code) {
        JsonObject answer = exchange(code, VERIFIER).json().getAsJsonObject();
        with("Rialto-Member", answer.get("access_token").getAsString());
        return with("Rialto-Cart", answer.get("cart_token").getAsString());
    }

    Http.Answer refresh() {
        return mall.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                partner.clientId(),
                                "client_secret",
                                Partner.SECRET,
                                "refresh_token",
                                tokens.get("Rialto-Cart")));
    }

    /** The variant of which there are most among the first goods of the storefront. */
    String variant() {
        String best = "";
        long most = 0;
        for (JsonElement goods : items("/api/v1/goods?limit=20&sort=newest")) {
            String slug = goods.getAsJsonObject().get("slug").getAsString();
            for (JsonElement each : items("/api/v1/goods/" + slug + "/stock")) {
                long available = each.getAsJsonObject().get("available").getAsLong();
                if (available > most) {
                    most = available;
                    best = each.getAsJsonObject().get("variantId").getAsString();
                }
            }
        }
        return best;
    }

    private JsonArray items(String path) {
        return calling().get(path).json().getAsJsonObject().getAsJsonArray("items");
    }
}
