package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A storefront on its seller's own server, in a process of its own, that knows the gateway alone. */
class OwnServerST {
    private static final String STOREFRONT = OwnServer.STOREFRONT;
    private static final Pattern ORDER = Pattern.compile("/orders/([^?]+)");
    private static final Pattern PRICE =
            Pattern.compile("id=\"price\".*?<strong[^>]*>([^<]+)</strong>", Pattern.DOTALL);

    private static Mall mall;
    private static OwnServer server;
    private static OwnServerSale sale;

    @BeforeAll
    static void aSellerStartsTheOwnServer() throws Exception {
        mall = Mall.running();
        server = OwnServer.running(mall);
        sale = OwnServerSale.at(server);
    }

    private static String page(String path) {
        Http.Answer answer = server.shopper().get(path);
        assertThat(answer.status()).as(path + " " + server.log()).isEqualTo(200);
        return answer.text();
    }

    private static String won(long minor) {
        return String.format(Locale.US, "₩%,d", minor);
    }

    private static void await(Duration limit, String what, Callable<Boolean> wanted) throws Exception {
        Instant end = Instant.now().plus(limit);
        while (!wanted.call()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(200);
        }
    }

    private static long number(String sql, String argument) throws Exception {
        try (var database = mall.database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, argument);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** How the log of the gateway counts the goods calls of one page. */
    private static long goodsCalls(Http.Answer page) throws Exception {
        String request = page.header("X-Request-Id").orElseThrow().replace("-", "");
        String sql = "select count(*) from gateway_call where kind = 'goods' and request_id = ?";
        await(Duration.ofSeconds(20), "a call in the log", () -> number(sql, request) > 0);
        return number(sql, request);
    }

    @Test
    @Tag("A12")
    void eachPageOfGoodsIsOneCallOfKindGoods() throws Exception {
        for (String path :
                List.of("/goods", "/goods/" + sale.slug(), "/search?q=bowl", "/search?q=nothingofthiskind")) {
            for (int times = 0; times < 2; times++) {
                Http.Answer page = server.shopper().get(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(goodsCalls(page)).as(path).isEqualTo(1);
            }
        }
        String unchanged =
                "select count(*) from gateway_call where kind = 'goods' and status = 304 and credential_id = ?";
        assertThat(number(unchanged, server.partner().clientId())).isGreaterThanOrEqualTo(4);
    }

    @Test
    @Tag("A20")
    @Tag("A24")
    @Tag("A25")
    void pagesShowTheGatewaysOwnValues() throws Exception {
        String slug = sale.slug();
        JsonObject goods = sale.told("/goods/" + slug);
        JsonObject variant = goods.getAsJsonArray("variants").get(0).getAsJsonObject();
        String page = page("/goods/" + slug + "?currency=KRW&lang=en");
        Matcher price = PRICE.matcher(page);
        assertThat(price.find()).isTrue();
        long told = variant.getAsJsonObject("price").get("minor").getAsLong();
        assertThat(price.group(1)).isEqualTo(won(told));
        assertThat(page)
                .contains(goods.get("title").getAsString(), variant.get("id").getAsString());
        long list = number("""
                select min(p.amount) from price p join variant v on v.id = p.variant_id
                join goods g on g.id = v.goods_id where g.slug = ? and p.currency = 'KRW'
                """, slug);
        long discount = number("""
                select s.discount_bp from site s join site_host h on h.site_id = s.id where h.host = ?
                """, STOREFRONT);
        assertThat(told).isEqualTo(list - Math.round(list * discount / 10_000.0));
        String shelf = page("/goods?currency=KRW&lang=en");
        sale.told("/goods?limit=24&facets=true").getAsJsonArray("items").forEach(card -> assertThat(shelf)
                .contains(won(card.getAsJsonObject()
                        .getAsJsonObject("price")
                        .get("minor")
                        .getAsLong())));
    }

    @Test
    @Tag("A13")
    @Tag("A26")
    @Tag("A32")
    @Tag("A34")
    void aCardPaysAndTheOrderShowsItsParcel() throws Exception {
        Shopper shopper = sale.atTheConfirmation(sale.slug());
        String address = sale.paidByCard(shopper);
        String page = shopper.page(address);
        Matcher number = ORDER.matcher(address);
        assertThat(number.find()).isTrue();
        assertThat(page).contains("Thank you for your order", number.group(1));
        assertThat(page).contains(won(number("select total from purchase where number = ?", number.group(1))));
        assertThat(number("""
                select count(*) from purchase p join site_host h on h.site_id = p.site_id and h.host = 'hanok.localhost'
                join payment y on y.id = p.payment_id and y.state in ('approved', 'captured') where p.number = ?
                """, number.group(1))).isEqualTo(1);
        sale.ship(number.group(1));
        assertThat(shopper.page("/orders/" + number.group(1))).contains("TRACK-4711");
        asksForAReturnAndCallsItOff(shopper, "/orders/" + number.group(1));
    }

    private static void asksForAReturnAndCallsItOff(Shopper shopper, String order) {
        String form = shopper.page(order + "/return");
        Http.Answer asked = shopper.http()
                .post(
                        order + "/return",
                        Map.of(
                                "part",
                                Shopper.first(Pattern.compile("name=\"part\" value=\"([^\"]+)\""), form),
                                "ground",
                                "withdrawal",
                                "wish",
                                "refund",
                                "reason",
                                "too large",
                                Shopper.first(Pattern.compile("name=\"(quantity\\.line_[a-z0-9]+)\""), form),
                                "1"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(303);
        String callOff =
                Shopper.first(Pattern.compile("action=\"([^\"]+/call-off)\""), shopper.page(order + "/returns"));
        assertThat(shopper.http().post(callOff, Map.of()).header("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("?called_off"));
        assertThat(shopper.page(order + "/returns")).doesNotContain("/call-off\"");
        assertThat(shopper.http().post(callOff, Map.of()).header("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("?too_late"));
    }

    @Test
    @Tag("A26")
    void anotherOfferThanTheOneShownIsNotPaid() throws Exception {
        Shopper shopper = sale.atTheConfirmation(sale.slug());
        shopper.page("/checkout/confirm");
        long before = number("select count(*) from purchase where number > ?", "");
        Http.Answer refused =
                shopper.http().post("/checkout/confirm", Map.of("fingerprint", "0".repeat(64), "method", "card"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("name=\"fingerprint\"");
        assertThat(number("select count(*) from purchase where number > ?", "")).isEqualTo(before);
    }

    @Test
    @Tag("A33")
    void theLastUnitIsSoldOnceToTheMallOrToTheOwnServer() throws Exception {
        String slug = sale.slug();
        Shopper here = Shopper.through(server.shopper());
        Shopper there = Shopper.at("mall.localhost");
        here.add(slug, 1);
        there.add(slug, 1);
        try (var database = mall.database();
                var change = database.prepareStatement("""
                        update stock set on_hand = held + 1 where variant_id =
                            (select v.id from variant v join goods g on g.id = v.goods_id where g.slug = ?)
                        """)) {
            change.setString(1, slug);
            change.executeUpdate();
        }
        here.saveDetails();
        there.saveDetails();
        List<String> ends = Stream.of(here, there)
                .parallel()
                .map(shopper -> shopper.http().get("/checkout/confirm"))
                .map(answer -> answer.status() == 200
                        ? "held"
                        : answer.header("Location").orElse(""))
                .toList();
        assertThat(ends).containsOnlyOnce("held");
        assertThat(ends).anyMatch(end -> end.startsWith("/cart"));
        for (Shopper late : List.of(Shopper.through(server.shopper()), Shopper.at("mall.localhost"))) {
            assertThat(late.page("/goods/" + slug)).doesNotContain("action=\"/cart/add\"");
        }
    }

    @Test
    @Tag("A36")
    void aSuspendedKeyClosesTheStorefrontAndNotTheMall() throws Exception {
        state("suspended");
        try {
            await(
                    Duration.ofSeconds(30),
                    "closed",
                    () -> server.shopper().get("/").status() == 503);
            assertThat(server.shopper().get("/").text()).contains("This shop is closed at the moment");
            assertThat(mall.at("mall.localhost").get("/goods").status()).isEqualTo(200);
        } finally {
            state("active");
        }
        await(Duration.ofSeconds(30), "open", () -> server.shopper().get("/").status() == 200);
    }

    private static void state(String state) throws Exception {
        try (var database = mall.database();
                var change = database.prepareStatement("update credential set state = ? where id = ?")) {
            change.setString(1, state);
            change.setString(2, server.partner().clientId());
            change.executeUpdate();
        }
    }

    @Test
    @Tag("A21")
    void theProcessKnowsNoDatabase() throws Exception {
        String database = mall.setting("rialto.db.owner.url").replaceAll(".*:(\\d+)/.*", "$1");
        ProcessHandle process = server.serving();
        server.shopper().get("/goods");
        assertThat(Sockets.remotePorts(process)).isNotEmpty().doesNotContain(Integer.parseInt(database));
        String own = Files.readString(Path.of("/proc/" + process.pid() + "/environ"))
                + Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                + Files.readString(server.folder().resolve("node.properties"));
        assertThat(own).doesNotContain("jdbc:", "rialto_app", mall.setting("rialto.db.password"));
        assertThat(loaded(process))
                .contains("dev.rialto.node.gateway.Gateway")
                .doesNotContain("org.postgresql.", "dev.rialto.order.Orders", "dev.rialto.platform.Database")
                .doesNotContain("EntityManagerImpl");
    }

    /** The classes that have objects in the process. */
    private static String loaded(ProcessHandle process) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.class_histogram",
                        "-all")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return histogram;
    }

    @Test
    @Tag("A9")
    void theSellersOwnLookIsDataAndIsTakenWhenItChanges() throws Exception {
        Path theme = Files.createDirectories(server.folder().resolve("theme"));
        Files.writeString(
                theme.resolve("theme.json"), "{\"name\":\"Hanok at home\",\"light\":{\"accent\":\"#123456\"}}");
        Files.writeString(theme.resolve("theme.css"), ".top{letter-spacing:0.01em}");
        await(Duration.ofSeconds(30), "the own name", () -> page("/goods").contains("Hanok at home"));
        Matcher sheet = Pattern.compile("href=\"(/theme/[^\"]+)\"").matcher(page("/goods"));
        assertThat(sheet.find()).isTrue();
        assertThat(page(sheet.group(1))).contains("--accent:#123456", ".top{letter-spacing:0.01em}");
        Files.writeString(theme.resolve("theme.css"), "@import url(https://elsewhere.example/x.css);");
        await(Duration.ofSeconds(30), "the refusal", () -> {
            page("/goods");
            return server.log().contains("theme.css: \"@import\" is not allowed (line 1)");
        });
        assertThat(page("/goods")).contains("Hanok at home");
        Files.delete(theme.resolve("theme.css"));
        Files.delete(theme.resolve("theme.json"));
    }

    @Test
    void answersItsOwnHostAloneAndRefusesPostsOfOthers() {
        assertThat(Http.at("elsewhere.example", server.port()).get("/goods").status())
                .isEqualTo(421);
        Http stranger = server.shopper().with("Origin", "https://elsewhere.example");
        assertThat(stranger.send("POST", "/cart/add", HttpRequest.BodyPublishers.ofString("variant=x"))
                        .status())
                .isEqualTo(403);
        for (String inner : List.of("/health", "/metrics", "/openapi", "/shop/cart.xhtml", "/desk", "/sell")) {
            Http.Answer missing = server.shopper().get(inner);
            assertThat(missing.status()).as(inner).isEqualTo(404);
            assertThat(missing.text()).as(inner).doesNotContain("Payara");
        }
    }

    @Test
    @Tag("A13")
    @Tag("A23")
    void aPersonJoinsAtTheMallAndBuysOnTheOwnServerOnAPhone() throws Exception {
        Page phone = Chromium.page(390);
        phone.setDefaultTimeout(30_000);
        phone.navigate(server.address("/goods/" + sale.slug() + "?lang=en&currency=KRW"));
        phone.waitForResponse(answer -> answer.url().contains("/cart/add"), () -> phone.locator("form.add button.first")
                .click());
        phone.navigate(server.address("/account/join?next=checkout"));
        assertThat(URI.create(phone.url()).getHost()).isEqualTo(STOREFRONT);
        String email = "own-" + System.nanoTime() + "@example.test";
        phone.fill("input[name=name]", "Kim Minji");
        phone.fill("input[name=email]", email);
        phone.fill("input[name=password]", "a quiet river at dawn");
        phone.check("input[name=terms]");
        phone.locator("form[action='/account/join'] button[type=submit]").click();
        phone.locator("main a.button.first").click();
        phone.waitForURL(server.address("/checkout"));
        phone.fill("input[name=phone]", "010-1234-5678");
        phone.fill("input[name=postcode]", "04524");
        phone.fill("input[name=city]", "Seoul");
        phone.fill("input[name=street]", "Sejong-daero 110");
        phone.locator("form[action='/checkout'] button[type=submit]").click();
        phone.waitForURL(server.address("/checkout/confirm"));
        phone.check("input[name=method][value=deposit]");
        phone.locator("input[name=bank]").first().check();
        phone.locator("form[action='/checkout/confirm'] button[type=submit]").click();
        phone.waitForURL("**/orders/R*");
        assertThat(phone.locator("main").innerText()).contains("Thank you for your order");
        assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(390);
        phone.navigate(server.address("/account"));
        assertThat(phone.locator("main").innerText()).contains("Kim Minji", email);
        assertThat(phone.locator("input[type=password]").count()).isZero();
        assertThat(number("""
                select count(*) from purchase p join purchase_contact c on c.order_id = p.id
                join member m on m.account_id = p.account_id where c.email = ?
                """, email)).isEqualTo(1);
        phone.context().close();
    }
}
