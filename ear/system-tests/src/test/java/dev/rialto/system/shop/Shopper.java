package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone who shops with plain requests, as a browser without scripts would send them. */
public final class Shopper {
    private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\"");
    private static final Pattern LINE = Pattern.compile("name=\"quantity\\.(line_[a-z0-9]+)\"");

    private final Http http;

    private Shopper(Http http) {
        this.http = http;
    }

    public static Shopper at(String host) {
        return new Shopper(Mall.running().at(host).with("Accept-Language", "en"));
    }

    /** Someone who shops where this client's requests go. */
    public static Shopper through(Http http) {
        return new Shopper(http.with("Accept-Language", "en"));
    }

    public Http http() {
        return http;
    }

    /** The page behind an address, which must be there. */
    public String page(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    public Http.Answer add(String slug, int quantity) {
        return http.post(
                "/cart/add", Map.of("variant", first(VARIANT, page("/goods/" + slug)), "quantity", "" + quantity));
    }

    /** The ids of the lines in the cart. */
    List<String> lines() {
        return LINE.matcher(page("/cart"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    Http.Answer change(String line, String quantity) {
        return http.post("/cart", Map.of("quantity." + line, quantity));
    }

    /** Fills in the checkout's form, with the delivery that is offered first. */
    public Http.Answer saveDetails() {
        return saveDetails("kim@example.test");
    }

    /** The same with an address of one's own. */
    public Http.Answer saveDetails(String email) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "email", email,
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

    /** Pays the offer that is shown. */
    public Http.Answer pay(String method) {
        String offer = page("/checkout/confirm");
        return http.post(
                "/checkout/confirm",
                Map.of(
                        "fingerprint",
                        first(Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\""), offer),
                        "method",
                        method,
                        "bank",
                        first(Pattern.compile("name=\"bank\" value=\"([^\"]+)\""), offer)));
    }

    public static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
