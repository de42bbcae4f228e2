package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A card purchase over the three programs: the shop, the gateway's own page, and the way back to the paid order. */
class CardPurchaseST {
    private static final String GOOD = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";
    private static final Pattern CARD_PAGE = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("/orders/([^?]+)");

    private final HttpClient gateway = HttpClient.newHttpClient();
    private final Shopper shopper = Shopper.at("mall.localhost");

    private String leaveForTheCardPage() {
        shopper.add("grid-notebook", 1);
        shopper.saveDetails();
        return Shopper.first(CARD_PAGE, shopper.pay("card").text()).replace("&amp;", "&");
    }

    private HttpResponse<String> enter(String cardPage, String card) throws IOException, InterruptedException {
        String form = "number=" + card.replace(" ", "+") + "&expiry=12%2F39&cvc=123";
        return gateway.send(
                HttpRequest.newBuilder(URI.create(cardPage))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String comeBack(HttpResponse<String> approved) {
        assertThat(approved.statusCode()).isEqualTo(303);
        URI back = URI.create(approved.headers().firstValue("Location").orElseThrow());
        assertThat(back.getHost()).isEqualTo("mall.localhost");
        String query = back.getRawQuery() == null ? "" : "?" + back.getRawQuery();
        Http.Answer answer = shopper.http().get(back.getRawPath() + query);
        assertThat(answer.status()).isEqualTo(303);
        return answer.header("Location").orElseThrow();
    }

    private static long orders() throws Exception {
        try (var database = Mall.running().database();
                var row = database.createStatement().executeQuery("select count(*) from purchase")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Tag("D1")
    @Tag("D10")
    @Tag("D13")
    @Tag("D48")
    @Tag("D51")
    @Tag("D53")
    void aGoodCardMakesAPaidOrderAndEmptiesTheCart() throws Exception {
        String cardPage = leaveForTheCardPage();
        String order = comeBack(enter(cardPage, GOOD));
        assertThat(shopper.page(order)).contains("Thank you for your order", Shopper.first(NUMBER, order));
        assertThat(shopper.page("/cart")).contains("Your cart is empty");
        URI journal = URI.create(cardPage).resolve("/journal");
        String told = gateway.send(HttpRequest.newBuilder(journal).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(told).contains("4242").doesNotContain("4242424242424242", "4242 4242 4242 4242");
        assertThat(stateOf(Shopper.first(NUMBER, order))).isEqualTo("paid");
    }

    private static String stateOf(String number) throws Exception {
        try (var database = Mall.running().database();
                var query = database.prepareStatement("select state from purchase where number = ?")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    @Test
    @Tag("D49")
    void aDeclinedCardLeavesNoOrderAndAnotherPays() throws Exception {
        String cardPage = leaveForTheCardPage();
        long before = orders();
        HttpResponse<String> declined = enter(cardPage, DECLINED);
        assertThat(declined.statusCode()).isNotEqualTo(303);
        assertThat(declined.body()).contains("name=\"number\"");
        assertThat(orders()).isEqualTo(before);
        String order = comeBack(enter(cardPage, GOOD));
        assertThat(shopper.page(order)).contains("Thank you for your order");
        assertThat(orders()).isEqualTo(before + 1);
    }

    @Test
    @Tag("D52")
    void theOrderIsMailedWithNumberAndTotal() throws Exception {
        String order = comeBack(enter(leaveForTheCardPage(), GOOD));
        String number = Shopper.first(NUMBER, order);
        long end = System.nanoTime() + 30_000_000_000L;
        while (!wasMailed(number) && System.nanoTime() < end) {
            Mall.running()
                    .mail()
                    .waitForIncomingEmail(1_000, Mall.running().mail().getReceivedMessages().length + 1);
        }
        assertThat(wasMailed(number)).isTrue();
    }

    private static boolean wasMailed(String number) throws Exception {
        for (var mail : Mall.running().mail().getReceivedMessages()) {
            if (mail.getSubject().contains(number)) {
                return true;
            }
        }
        return false;
    }
}
