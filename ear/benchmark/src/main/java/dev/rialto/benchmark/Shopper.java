package dev.rialto.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Buys one piece on a storefront as a guest, by card, page by page, from the product page to the order's page. */
final class Shopper implements Load.Client {
    private static final Pattern HOSTED = Pattern.compile("href=\"(http://[^\"]+/pay/[^\"]+)\"");
    private static final Pattern WAITING = Pattern.compile("http-equiv=\"refresh\" content=\"\\d+; url=(/[^\"]+)\"");
    private static final int MOST_WAITS = 100;
    private static final Map<String, String> CARD =
            Map.of("number", "4242424242424242", "expiry", "12/34", "cvc", "123");

    private final int port;
    private Browser browser = new Browser();

    Shopper(int port) {
        this.port = port;
    }

    /** How it ended. */
    enum Outcome {
        ORDERED,
        SOLD_OUT
    }

    @Override
    public void once(Random random) throws IOException {
        int shop = 1 + random.nextInt(Seed.SHOPS);
        if (buy(shop, Seed.slug(shop, 1 + random.nextInt(Seed.GOODS_OF_SHOP))) != Outcome.ORDERED) {
            throw new IllegalStateException("sold out");
        }
    }

    /** Buys this goods with a fresh browser. */
    Outcome buy(int shop, String slug) throws IOException {
        browser.close();
        browser = new Browser();
        URI start = URI.create("http://" + Seed.host(shop) + ":" + port + "/goods/" + slug);
        Browser.Page goods = browser.get(start).expect(200);
        String variant = Inputs.of(goods.html()).value("variant").orElse("");
        if (variant.isEmpty()) {
            return Outcome.SOLD_OUT;
        }
        Browser.Page details = browser.post(
                start.resolve("/cart/add"), Map.of("variant", variant, "quantity", "1", "then", "checkout"));
        if (details.reply().status() == 422) {
            return Outcome.SOLD_OUT;
        }
        return pay(browser.post(start.resolve("/checkout"), typed(details.expect(200))));
    }

    /** The card as it is typed on the gateway's page. */
    static String card() {
        return Browser.form(CARD);
    }

    int requestsTo(int wanted) {
        return browser.requestsTo(wanted);
    }

    private static Map<String, String> typed(Browser.Page details) {
        Map<String, String> fields =
                new LinkedHashMap<>(Inputs.of(details.html()).choices("delivery."));
        fields.put("email", "guest@bench.example");
        fields.put("name", "김손님");
        fields.put("phone", "010-0000-0000");
        fields.put("country", "KR");
        fields.put("postcode", "03055");
        fields.put("region", "11");
        fields.put("city", "서울특별시");
        fields.put("street", "북촌로 1");
        fields.put("extra", "");
        fields.put("note", "");
        return fields;
    }

    private Outcome pay(Browser.Page confirm) throws IOException {
        String fingerprint = Inputs.of(confirm.html()).value("fingerprint").orElse("");
        if (fingerprint.isEmpty() && confirm.address().getPath().equals("/cart")) {
            return Outcome.SOLD_OUT;
        }
        Browser.Page leaving =
                browser.post(confirm.expect(200).address(), Map.of("fingerprint", fingerprint, "method", "card"));
        if (leaving.reply().status() == 409) {
            return Outcome.SOLD_OUT;
        }
        Matcher hosted = HOSTED.matcher(leaving.expect(200).html());
        if (!hosted.find()) {
            throw new IllegalStateException("no card page:\n" + leaving.html());
        }
        URI card = URI.create(hosted.group(1).replace("&amp;", "&"));
        browser.get(card).expect(200);
        return arrive(browser.post(card, CARD));
    }

    /** Waits as the page does until the order is there. */
    private Outcome arrive(Browser.Page first) throws IOException {
        Browser.Page page = first;
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            Matcher waiting = WAITING.matcher(page.html());
            if (page.reply().status() == 409) {
                return Outcome.SOLD_OUT;
            }
            if (page.expect(200).address().getPath().startsWith("/orders/")) {
                return Outcome.ORDERED;
            }
            if (!waiting.find()) {
                throw new IllegalStateException(page.address() + " is no order:\n" + page.html());
            }
            page = browser.get(page.address().resolve(waiting.group(1)));
        }
        throw new IllegalStateException("no order after " + MOST_WAITS + " looks");
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}
