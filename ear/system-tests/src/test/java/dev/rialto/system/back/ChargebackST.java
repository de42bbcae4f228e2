package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A buyer's bank takes money back: the case in the console, its evidence, its end and the books. */
class ChargebackST {
    private static final String DISPUTED = "4000000000000259";
    private static final Pattern PAGE = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final Clerk clerk = new Clerk();

    /** Buys with the card whose bank takes the money back, and waits for that. */
    private String disputed() throws Exception {
        Shopper shopper = Shopper.at("mall.localhost");
        shopper.add("grid-notebook", 1);
        shopper.saveDetails();
        String page = Buyer.first(PAGE, shopper.pay("card").text()).replace("&amp;", "&");
        HttpResponse<String> approved = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "number=" + DISPUTED + "&expiry=12%2F39&cvc=123"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        URI back = URI.create(approved.headers().firstValue("Location").orElseThrow());
        String order = shopper.http()
                .get(back.getRawPath() + "?" + back.getRawQuery())
                .header("Location")
                .orElseThrow();
        String number = Buyer.first(Pattern.compile("/orders/(R[0-9]+)"), order);
        await(number, "open");
        return number;
    }

    private static void await(String number, String state) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!state.equals(state(number)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(state(number)).isEqualTo(state);
    }

    private static String state(String number) throws Exception {
        return of(
                number,
                "select c.state from chargeback c join purchase o on o.id = c.order_id where o.number = ?",
                "none");
    }

    private static String account(String number, String purpose) throws Exception {
        return of(
                number,
                "select coalesce(sum(e.amount), 0) from ledger_entry e join ledger_account a on a.id = e.account_id"
                        + " join ledger_transfer t on t.id = e.transfer_id join purchase o on o.id = t.order_id"
                        + " where o.number = ? and a.purpose = '" + purpose + "'",
                "0");
    }

    private static String of(String number, String sql, String otherwise) throws Exception {
        try (var database = Mall.running().database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : otherwise;
            }
        }
    }

    private String path(String number) {
        return Buyer.first(
                Pattern.compile("href=\"(/chargebacks/chargeback_[a-z0-9]+)\">" + number), clerk.page("/chargebacks"));
    }

    private String answer(String path, String how) {
        String version = Clerk.hidden(clerk.page(path + "?ask=" + how), "version");
        return clerk.done(clerk.post(path, how, "version", version, "note", "as the file says"));
    }

    @Test
    void aCaseWithShipmentAndFileIsContestedAndWon() throws Exception {
        String number = disputed();
        String path = path(number);
        assertThat(clerk.page(path)).contains("Answer until", "fraudulent").doesNotContain(">Contest<");
        assertThat(account(number, "gateway")).isEqualTo("0");
        clerk.ship(number);
        clerk.done(clerk.post(path, "order"));
        assertThat(clerk.done(clerk.post(path, "shipment"))).contains("shipment-" + number + ".txt", ">Contest<");
        assertThat(clerk.post(path, "conversation").status()).isEqualTo(409);
        String file = Buyer.first(Pattern.compile("href=\"([^\"]+/evidence/[^\"]+)\""), clerk.page(path));
        assertThat(clerk.get(file).text()).contains(number);
        assertThat(answer(path, "contest")).contains("on its way to the bank");
        await(number, "won");
        assertThat(clerk.page(path)).contains("Won").doesNotContain(">Accept<");
        assertThat(account(number, "disputed")).isEqualTo("0");
        assertThat(account(number, "gateway")).isNotEqualTo("0");
    }

    @Test
    void anAcceptedCaseTakesTheSharesBack() throws Exception {
        String number = disputed();
        String path = path(number);
        assertThat(account(number, "seller")).isNotEqualTo("0");
        assertThat(answer(path, "accept")).contains("was accepted");
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!account(number, "seller").equals("0") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        for (String purpose : new String[] {"seller", "site", "mall", "tax", "delivery", "disputed", "gateway"}) {
            assertThat(account(number, purpose)).as(purpose).isEqualTo("0");
        }
        assertThat(clerk.page(path)).contains("Accepted");
    }
}
