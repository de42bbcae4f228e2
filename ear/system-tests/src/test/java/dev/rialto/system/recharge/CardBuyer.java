package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guest of a channel's shop who buys a card with the sandbox gateway, as a browser without script does. */
public final class CardBuyer {
    static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\"");
    private static final Pattern DELIVERY = Pattern.compile("name=\"(delivery\\.[^\"]+)\" value=\"([^\"]+)\" checked");
    private static final Pattern ACCOUNT = Pattern.compile("name=\"(account\\.variant_[a-z0-9]+)\"");
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\"");
    private static final Pattern LEAVING = Pattern.compile("content=\"0; url=([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}-[0-9A-Z*~$=]{2})");
    static final Pattern SHOW = Pattern.compile("action=\"(/orders/R[0-9]+/cards/card_[a-z0-9]+)");

    final Http http;
    final String email = "buyer-" + UUID.randomUUID() + "@example.test";
    private String order = "";

    public CardBuyer() {
        this(Mall.running().at("cards.localhost").with("Accept-Language", "en"));
    }

    /** The same where the shop is served by somebody else. */
    public CardBuyer(Http shop) {
        this.http = shop;
    }

    /** Buys so many cards, to be recharged to this account or, without one, as codes. */
    public CardBuyer buy(int quantity, String account) throws Exception {
        Http.Answer added = http.post(
                "/cart/add",
                Map.of(
                        "variant",
                        first(VARIANT, page("/goods/" + slug() + "?currency=KRW")),
                        "quantity",
                        "" + quantity));
        assertThat(added.status()).isEqualTo(303);
        assertThat(details(account).status()).isEqualTo(303);
        String offer = page("/checkout/confirm");
        Http.Answer gateway =
                http.post("/checkout/confirm", Map.of("fingerprint", first(FINGERPRINT, offer), "method", "card"));
        String cardPage = first(LEAVING, gateway.text()).replace("&amp;", "&");
        Http.Answer placed = http.get(payOn(cardPage));
        order = placed.header("Location").orElseThrow(() -> new AssertionError(placed.toString()));
        order = order.replaceFirst("^https?://[^/]+", "").replaceFirst("[?&]placed.*", "");
        return this;
    }

    /** The form of the checkout with an account, which may be wrong; nothing is sent, so it asks for no street. */
    Http.Answer details(String account) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "email", email,
                "name", "Kim Haneul",
                "phone", "010-1234-5678",
                "country", "KR"));
        String page = page("/checkout");
        form.put(first(ACCOUNT, page), account);
        Matcher delivery = DELIVERY.matcher(page);
        while (delivery.find()) {
            form.put(delivery.group(1), delivery.group(2));
        }
        return http.post("/checkout", form);
    }

    private static String payOn(String cardPage) throws Exception {
        var paid = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(cardPage))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "number=4242+4242+4242+4242&expiry=12%2F39&cvc=123"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        URI back = URI.create(paid.headers().firstValue("Location").orElseThrow());
        return back.getRawPath() + (back.getRawQuery() == null ? "" : "?" + back.getRawQuery());
    }

    static String slug() throws java.sql.SQLException {
        try (var database = Mall.running().database();
                var row = database.createStatement()
                        .executeQuery(
                                "select g.slug from goods g join variant v on v.goods_id = g.id where v.sku = 'VP-30-CARD'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** Looks at the order until it says so. */
    public String waitFor(String words) throws Exception {
        Waiting.until(Duration.ofSeconds(120), () -> page(order).contains(words));
        return page(order);
    }

    /** Presses the button that shows a code, and reads it. */
    public String code() {
        Http.Answer shown = http.post(first(SHOW, page(order)), Map.of());
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        return first(CODE, shown.text());
    }

    Http.Answer cancel() {
        return http.post(path() + "/cancel", Map.of());
    }

    public String path() {
        return order.replaceFirst("\\?.*", "");
    }

    String page(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    /** The mail that carries the cards. */
    String mail() throws Exception {
        String[] found = new String[1];
        Waiting.until(Duration.ofSeconds(60), () -> {
            for (var mail : Mall.running().mail().getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().equals(email)
                        && mail.getSubject().contains("your cards")) {
                    found[0] = Mails.text(mail);
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern() + " in " + text).isTrue();
        return matcher.group(1);
    }
}
