package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guest of the mall who orders by bank transfer, with plain requests as a browser without scripts sends them. */
final class Buyer {
    private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\"");
    private static final Pattern NUMBER = Pattern.compile("/orders/(R[0-9]+)");
    private static final Pattern KEY = Pattern.compile("/orders/R[0-9]+\\?key=([A-Za-z0-9_-]+)");

    private final Http http = Mall.running().at("mall.localhost").with("Accept-Language", "en");

    /** Orders and gives the number of the order. */
    String order(String slug, int quantity) {
        Http.Answer added = http.post(
                "/cart/add", Map.of("variant", first(VARIANT, page("/goods/" + slug)), "quantity", "" + quantity));
        assertThat(added.status()).isEqualTo(303);
        assertThat(saveDetails().status()).isEqualTo(303);
        String offer = page("/checkout/confirm");
        Http.Answer placed = http.post(
                "/checkout/confirm",
                Map.of(
                        "fingerprint",
                        first(Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\""), offer),
                        "method",
                        "deposit",
                        "bank",
                        first(Pattern.compile("name=\"bank\" value=\"([^\"]+)\""), offer)));
        return first(NUMBER, placed.header("Location").orElse(placed.toString()));
    }

    private Http.Answer saveDetails() {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "email", "back@example.test",
                "name", "Kim Haneul",
                "phone", "010-1234-5678",
                "country", "KR",
                "postcode", "04524",
                "region", "11",
                "city", "Seoul",
                "street", "Sejongdaero 110"));
        Matcher delivery = Pattern.compile("name=\"(delivery\\.[^\"]+)\" value=\"([^\"]+)\" checked")
                .matcher(page("/checkout"));
        while (delivery.find()) {
            form.put(delivery.group(1), delivery.group(2));
        }
        return http.post("/checkout", form);
    }

    String page(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    /** Asks for a return of so many pieces of the first line of the first part. */
    Http.Answer sendBack(String number, String key, int pieces, String wish) {
        return sendBack(number, key, pieces, wish, "");
    }

    /** The same, for the first replacement whose name has this text. */
    Http.Answer sendBack(String number, String key, int pieces, String wish, String replacement) {
        String form = page("/orders/" + number + "/return" + key);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("part", first(Pattern.compile("name=\"part\" value=\"([^\"]+)\""), form));
        fields.put("quantity." + first(Pattern.compile("name=\"quantity\\.(line_[a-z0-9]+)\""), form), "" + pieces);
        fields.put("ground", "withdrawal");
        fields.put("wish", wish);
        fields.put("reason", "The colour is not mine");
        if (!key.isEmpty()) {
            fields.put("key", key.substring(key.indexOf('=') + 1));
        }
        if (wish.equals("exchange")) {
            Matcher choice = Pattern.compile(
                            "name=\"(replacement\\.line_[a-z0-9]+)\".*?<option value=\"(variant_[a-z0-9]+)\"[^>]*>[^<]*"
                                    + Pattern.quote(replacement),
                            Pattern.DOTALL)
                    .matcher(form);
            assertThat(choice.find()).as(form).isTrue();
            fields.put(choice.group(1), choice.group(2));
        }
        return http.post("/orders/" + number + "/return", fields);
    }

    /** Goods to be shipped of which there is plenty, so that other tests do not buy them away. */
    static String plenty() {
        try (var database = Mall.running().database();
                var row = database.createStatement().executeQuery("""
                        select g.slug from goods g join variant v on v.goods_id = g.id and v.state = 'active'
                        join stock s on s.variant_id = v.id
                        join price p on p.variant_id = v.id and p.currency = 'KRW'
                        where g.state = 'on_sale' and v.id not in (select variant_id from card_goods) group by g.id, g.slug
                        having count(*) = 1 order by min(s.available) desc, g.slug limit 1
                        """)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Pays with a good card on the gateway's page; the address it sends the buyer back to. */
    String payOn(String cardPage) throws IOException, InterruptedException {
        var paid = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(cardPage))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "number=4242+4242+4242+4242&expiry=12%2F39&cvc=123"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        URI back = URI.create(paid.headers().firstValue("Location").orElseThrow());
        assertThat(back.getHost()).isEqualTo("mall.localhost");
        return back.getRawPath() + (back.getRawQuery() == null ? "" : "?" + back.getRawQuery());
    }

    Http http() {
        return http;
    }

    /** The key in the order mail, which opens the order without cookie or account. */
    static String keyOf(String number) throws Exception {
        long end = System.nanoTime() + 40_000_000_000L;
        while (System.nanoTime() < end) {
            for (var mail : Mall.running().mail().getReceivedMessages()) {
                if (mail.getSubject().contains(number)) {
                    String text = com.icegreen.greenmail.util.GreenMailUtil.getBody(mail)
                            .replace("=\r\n", "")
                            .replace("=3D", "=");
                    Matcher key = KEY.matcher(text);
                    if (key.find()) {
                        return key.group(1);
                    }
                }
            }
            Thread.sleep(500);
        }
        throw new AssertionError("no mail with the key of " + number);
    }

    static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern() + " in " + text).isTrue();
        return matcher.group(1);
    }
}
