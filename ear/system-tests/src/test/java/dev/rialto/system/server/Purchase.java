package dev.rialto.system.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guest's way from a product page to the paid order, by plain requests. */
public final class Purchase {
    private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\"");
    private static final Pattern DELIVERY = Pattern.compile("name=\"(delivery\\.[^\"]+)\" value=\"([^\"]+)\" checked");
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\"");
    private static final Pattern CARD_PAGE = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final Http shop;

    public Purchase(Http shop) {
        this.shop = shop.with("Accept-Language", "en");
    }

    /** Buys one piece with a good card; the order's page. */
    public String ofOne(String slug) throws Exception {
        accepted(shop.post("/cart/add", Map.of("variant", first(VARIANT, page("/goods/" + slug)), "quantity", "1")));
        accepted(shop.post("/checkout", details()));
        String fingerprint = first(FINGERPRINT, page("/checkout/confirm"));
        Http.Answer leaving = shop.post("/checkout/confirm", Map.of("fingerprint", fingerprint, "method", "card"));
        URI back = pay(first(CARD_PAGE, leaving.text()).replace("&amp;", "&"));
        String query = back.getRawQuery() == null ? "" : "?" + back.getRawQuery();
        return page(accepted(shop.get(back.getRawPath() + query)));
    }

    private Map<String, String> details() {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "email", "kim@example.test",
                "name", "Kim Haneul",
                "phone", "010-1234-5678",
                "country", "KR",
                "postcode", "04524",
                "region", "11",
                "city", "Seoul",
                "street", "Sejongdaero 110"));
        Matcher delivery = DELIVERY.matcher(page("/checkout"));
        while (delivery.find()) {
            form.put(delivery.group(1), delivery.group(2));
        }
        return form;
    }

    private static URI pay(String cardPage) throws Exception {
        HttpRequest card = HttpRequest.newBuilder(URI.create(cardPage))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("number=4242424242424242&expiry=12%2F39&cvc=123"))
                .build();
        HttpResponse<String> approved = HttpClient.newHttpClient().send(card, HttpResponse.BodyHandlers.ofString());
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(303);
        return URI.create(approved.headers().firstValue("Location").orElseThrow());
    }

    private static String accepted(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.header("Location").orElseThrow();
    }

    private String page(String path) {
        Http.Answer answer = shop.get(path);
        assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
