package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deposit into an account that was opened for one order: chosen, shown, paid and recognised. */
@Tag("D46")
class VirtualAccountST {
    private static final String NUMBER =
            "select o.%s from purchase o join payment p on p.id = o.payment_id where o.number = ?";

    private final Shopper shopper = Shopper.at("mall.localhost");

    /** Orders with an account of its own; the address of the order. */
    private String ordered() {
        shopper.add("grid-notebook", 1);
        shopper.saveDetails();
        String offer = shopper.page("/checkout/confirm");
        assertThat(offer).contains("An account for this order alone");
        String bank = Buyer.first(
                Pattern.compile("name=\"bank\" value=\"([^\"]+)\"[^>]*/?><span>An account for this order alone"),
                offer);
        Http.Answer placed = shopper.http()
                .post(
                        "/checkout/confirm",
                        Map.of(
                                "fingerprint",
                                Buyer.first(Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\""), offer),
                                "method",
                                "deposit",
                                "bank",
                                bank));
        return placed.header("Location").orElseThrow(() -> new AssertionError(placed.toString()));
    }

    private static String value(String number, String what) throws Exception {
        try (var database = Mall.running().database();
                var query =
                        database.prepareStatement(String.format(NUMBER, what).replace("o.p.", "p."))) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static void transfer(String number, String amount) throws Exception {
        URI account = URI.create(
                Mall.running().setting("rialto.sandbox.url") + "/account/" + value(number, "p.gateway_reference"));
        HttpResponse<String> paid = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(account)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("amount=" + amount + "&payer=Kim"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(paid.statusCode()).isEqualTo(303);
    }

    @Test
    void theBuyerIsShownTheNumberAndTheMoneyPaysTheOrder() throws Exception {
        String order = ordered();
        String number = Buyer.first(Pattern.compile("/orders/(R[0-9]+)"), order);
        String account = value(number, "p.account_number");
        assertThat(account).matches("\\d{3}-\\d{6}-\\d{3}");
        assertThat(shopper.page(order)).contains(account);
        transfer(number, value(number, "p.amount"));
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!value(number, "state").equals("paid") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(value(number, "state")).isEqualTo("paid");
    }

    @Test
    void tooLittleIsListedForStaffLikeACreditOfTheBanksFile() throws Exception {
        String number = Buyer.first(Pattern.compile("/orders/(R[0-9]+)"), ordered());
        transfer(number, "1");
        Clerk clerk = new Clerk();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!isListed(number) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(isListed(number)).isTrue();
        assertThat(value(number, "state")).isEqualTo("awaiting_deposit");
        assertThat(clerk.page("/deposits/files")).contains("Accounts of single orders");
    }

    private static boolean isListed(String number) throws Exception {
        try (var database = Mall.running().database();
                var query = database.prepareStatement(
                        "select count(*) from bank_entry where message = ? and state = 'short'")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                return row.next() && row.getLong(1) == 1;
            }
        }
    }
}
