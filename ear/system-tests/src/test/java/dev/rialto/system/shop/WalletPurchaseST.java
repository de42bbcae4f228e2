package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A purchase from a wallet: the shopper leaves for its page and comes back, or does not. */
@Tag("D46")
class WalletPurchaseST {
    private static final Pattern PAGE = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Shopper shopper = Shopper.at("mall.localhost");

    private String leaveForTheWallet() {
        shopper.add("grid-notebook", 1);
        shopper.saveDetails();
        assertThat(shopper.page("/checkout/confirm")).contains("value=\"wallet\"");
        String page = Shopper.first(PAGE, shopper.pay("wallet").text()).replace("&amp;", "&");
        assertThat(page).contains("/wallet/");
        return page;
    }

    private HttpResponse<String> choose(String page, String choice) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("choice=" + choice))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String comeBack(HttpResponse<String> answer) {
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return shopper.http()
                .get(back.getRawPath() + "?" + back.getRawQuery())
                .header("Location")
                .orElseThrow();
    }

    private static String of(String session, String what) throws Exception {
        String sql = "select " + what + " from payment p left join purchase o on o.payment_id = p.id"
                + " where p.gateway_reference = ?";
        try (var database = Mall.running().database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, session);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static String session(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    @Test
    void anApprovedWalletMakesAPaidOrderThatSaysSo() throws Exception {
        String page = leaveForTheWallet();
        String order = comeBack(choose(page, "approve"));
        assertThat(shopper.page(order)).contains("Thank you for your order", "Wallet");
        assertThat(of(session(page), "o.state")).isEqualTo("paid");
        assertThat(of(session(page), "o.payment_method")).isEqualTo("wallet");
    }

    @Test
    void anEmptyWalletChargesNothingAndTheCardIsStillOpen() throws Exception {
        String page = leaveForTheWallet();
        assertThat(choose(page, "insufficient_funds").statusCode()).isEqualTo(402);
        assertThat(of(session(page), "o.id")).isNull();
        String card = Shopper.first(PAGE, shopper.pay("card").text()).replace("&amp;", "&");
        assertThat(card).contains("/pay/");
        assertThat(of(session(page), "p.state")).isEqualTo("voided");
    }

    @Test
    void whoApprovesAndNeverComesBackHasTheOrderAllTheSame() throws Exception {
        String page = leaveForTheWallet();
        choose(page, "approve");
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (of(session(page), "o.id") == null && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(of(session(page), "o.state")).isEqualTo("paid");
    }
}
