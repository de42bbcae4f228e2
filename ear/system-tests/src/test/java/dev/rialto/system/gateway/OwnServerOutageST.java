package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Unit;
import dev.rialto.system.shop.Shopper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway is a process of its own: without it storefronts elsewhere wait, and the mall goes on. */
class OwnServerOutageST {
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\"");
    private static final Pattern BANK = Pattern.compile("name=\"bank\" value=\"([^\"]+)\"");
    private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\"");
    private static final Pattern SLUG = Pattern.compile("href=\"/goods/([a-z0-9-]+)\"");

    private final Mall mall = Mall.running();

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private long ordersOf(String email) throws Exception {
        try (var database = mall.database();
                var query = database.prepareStatement("select count(*) from purchase_contact where email = ?")) {
            query.setString(1, email);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** A shopper who sees the full price, and the form that pays it. */
    private static Map<String, String> payment(Shopper shopper, String email) {
        String slug = SLUG.matcher(shopper.page("/goods"))
                .results()
                .map(found -> found.group(1))
                .filter(each -> VARIANT.matcher(shopper.page("/goods/" + each)).find())
                .findFirst()
                .orElseThrow();
        shopper.add(slug, 1);
        shopper.saveDetails(email);
        String offer = shopper.page("/checkout/confirm");
        return Map.of("fingerprint", first(FINGERPRINT, offer), "method", "deposit", "bank", first(BANK, offer));
    }

    @Test
    @Tag("A15")
    @Tag("A21")
    void aGatewayThatEndsAmidACheckoutIsWaitedForAndMakesOneOrder(@TempDir Path folder) throws Exception {
        String email = "outage-" + System.nanoTime() + "@example.test";
        String database = mall.setting("rialto.db.url");
        int databasePort = Integer.parseInt(database.replaceFirst(".*?//[^:/]+:([0-9]+)/.*", "$1"));
        try (Relay door = Relay.before(databasePort);
                Unit gateway = Unit.gateway(
                        mall,
                        folder.resolve("gateway"),
                        Map.of("RIALTO_DB_URL", database.replace(":" + databasePort + "/", ":" + door.port() + "/")));
                OwnServer server = OwnServer.start(mall, "hanok.localhost", gateway.port(), folder.resolve("seller"))) {
            sellsWhileTheDatabaseIsShutToIt(server, door, databasePort);
            Shopper shopper = Shopper.through(server.shopper());
            Map<String, String> payment = payment(shopper, email);
            CompletableFuture<Http.Answer> paying =
                    CompletableFuture.supplyAsync(() -> shopper.http().post("/checkout/confirm", payment));
            gateway.kill();
            Http.Answer answer = paying.get();
            assertThat(answer.status()).isIn(303, 503);
            saysSoWhileTheMallSells(server);
            gateway.startAgain();
            await(() -> server.shopper().get("/goods").status() == 200);
            assertThat(server.shopper().get("/goods").text()).contains("href=\"/goods/");
            answer = askedAgain(shopper, payment, answer);
            assertThat(answer.header("Location").orElse(answer.toString())).startsWith("/orders/");
            assertThat(ordersOf(email)).isEqualTo(1);
            shopper.http().post("/checkout/confirm", payment);
            assertThat(ordersOf(email)).isEqualTo(1);
        }
    }

    /**
     * The only way to the database that this set-up has lets nobody new in: the gateway is inside already, the storefront is
     * not, and shows pages that nobody has asked for before.
     */
    private static void sellsWhileTheDatabaseIsShutToIt(OwnServer server, Relay door, int databasePort)
            throws Exception {
        assertThat(server.settings()).doesNotContain("db.", "jdbc", String.valueOf(databasePort));
        door.shut();
        try {
            String list = server.shopper().get("/goods?sort=newest").text();
            Matcher slug = SLUG.matcher(list);
            for (int seen = 0; seen < 3 && slug.find(); seen++) {
                assertThat(server.shopper().get("/goods/" + slug.group(1)).status())
                        .isEqualTo(200);
            }
            assertThat(server.shopper().get("/cart").status()).isEqualTo(200);
            assertThat(Sockets.remotePorts(server.serving())).doesNotContain(door.port(), databasePort);
        } finally {
            door.open();
        }
    }

    /** The page says that it does not know, and its button asks again. */
    private static Http.Answer askedAgain(Shopper shopper, Map<String, String> payment, Http.Answer first)
            throws Exception {
        Http.Answer answer = first;
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        while (answer.status() == 503 && Instant.now().isBefore(limit)) {
            assertThat(answer.text()).contains("no answer yet", payment.get("fingerprint"));
            Thread.sleep(500);
            answer = shopper.http().post("/checkout/confirm", payment);
        }
        return answer;
    }

    private void saysSoWhileTheMallSells(OwnServer server) {
        for (String path : new String[] {"/", "/goods", "/search?q=bowl", "/cart"}) {
            Http.Answer closed = server.shopper().get(path);
            assertThat(closed.status()).as(path).isEqualTo(503);
            assertThat(closed.header("Retry-After")).isPresent();
            assertThat(closed.text()).contains("Temporarily unavailable").doesNotContain("Payara");
        }
        Http korean = Http.at(OwnServer.HOST, server.port()).with("Accept-Language", "ko");
        assertThat(korean.get("/goods").text()).contains("잠시 이용할 수 없습니다");
        Http japanese = Http.at(OwnServer.HOST, server.port()).with("Accept-Language", "ja");
        assertThat(japanese.get("/goods").text()).contains("一時的にご利用いただけません");
        Http chinese = Http.at(OwnServer.HOST, server.port()).with("Accept-Language", "zh");
        assertThat(chinese.get("/goods").text()).contains("暂时无法使用");
        keepsWhatWasTyped(server);
        Shopper inTheMall = Shopper.at("mall.localhost");
        assertThat(inTheMall.add("grid-notebook", 1).status()).isEqualTo(303);
        assertThat(inTheMall.page("/cart")).contains("quantity.line_");
    }

    private static void keepsWhatWasTyped(OwnServer server) {
        String path = "/goods/barley-tea/questions";
        Http.Answer unsent = server.shopper().post(path, Map.of("question", "Is it <roasted>?"));
        assertThat(unsent.status()).isEqualTo(503);
        assertThat(unsent.text())
                .contains(
                        "action=\"" + path + "\"", "name=\"question\" value=\"Is it &lt;roasted&gt;?\"", "Send again");
        Http.Answer secret = server.shopper().post(path, Map.of("question", "Is it?", "password", "a quiet river"));
        assertThat(secret.status()).isEqualTo(503);
        assertThat(secret.text()).contains("Temporarily unavailable").doesNotContain("a quiet river");
    }

    private static void await(java.util.concurrent.Callable<Boolean> wanted) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        while (!wanted.call()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(200);
        }
    }
}
