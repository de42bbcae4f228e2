package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.storage.S3Double;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Unit;
import dev.rialto.system.seller.Mailbox;
import dev.rialto.system.shop.Shopper;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two units on one database, with one bucket for their files, that take money as goods ship. */
class TwoUnitsST {
    private static final String BUCKET = "mall-files";
    private static final String CONSOLE = "console.localhost";

    @TempDir
    static Path folder;

    static S3Double s3;
    static Unit first;
    static Unit second;

    @BeforeAll
    static void startUnits() throws Exception {
        s3 = S3Double.start(BUCKET);
        Mall mall = Mall.running();
        List<Unit> units = Unit.both(
                () -> Unit.whole(mall, folder.resolve("one"), settings()),
                () -> Unit.whole(mall, folder.resolve("other"), settings()));
        first = units.get(0);
        second = units.get(1);
    }

    @AfterAll
    static void endUnits() throws Exception {
        // the mall keeps its files elsewhere and could not hand these out
        try (var database = Mall.running().database();
                var deletion = database.createStatement()) {
            deletion.execute("delete from export_file");
        }
        second.close();
        first.close();
        s3.close();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "RIALTO_SURFACES",
                "mall,console",
                // the shared mall takes money at once: it must not be told
                "RIALTO_CALLBACK_URL",
                "http://127.0.0.1:9",
                "RIALTO_STAFF_SECOND_FACTOR",
                "optional",
                "RIALTO_PAYMENT_CAPTURE",
                "shipment",
                "RIALTO_STORAGE",
                "s3",
                "RIALTO_STORAGE_BUCKET",
                BUCKET,
                "RIALTO_STORAGE_URL",
                s3.url().toString(),
                "RIALTO_STORAGE_KEY",
                "key",
                "RIALTO_STORAGE_SECRET",
                "secret");
    }

    private static Http seller(int port) {
        Http client = Http.at(CONSOLE, port);
        Map<String, String> form =
                Map.of("email", "seller@moru.example", "password", "moru-seller-2026", "do", "sign-in");
        assertThat(client.post("/sign-in", form).status()).isEqualTo(303);
        return client;
    }

    private static String found(String pattern, Http.Answer page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.text());
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }

    @Test
    @Tag("D66")
    void aPictureThatOneUnitTookIsServedByTheOther() throws Exception {
        Http seller = seller(first.port());
        String goods = found("href=\"(/goods/goods_[a-z0-9]+)\"", seller.get("/goods"));
        BufferedImage picture = new BufferedImage(700, 500, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, UUID.randomUUID().hashCode());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        String before = seller.get(goods).text();
        Http.Answer added = upload(seller, goods, png.toByteArray());
        assertThat(added.status()).as(added.toString()).isEqualTo(303);
        String key = Pattern.compile("/pictures/([0-9a-f]{40})-400")
                .matcher(seller.get(goods).text())
                .results()
                .map(match -> match.group(1))
                .filter(known -> !before.contains(known))
                .findFirst()
                .orElseThrow();
        Http.Answer served = Http.at("mall.localhost", second.port()).get("/pictures/" + key + "-400.jpg");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.response().body())
                .isEqualTo(Http.at("mall.localhost", first.port())
                        .get("/pictures/" + key + "-400.jpg")
                        .response()
                        .body());
        assertThat(folder.resolve("one/pictures")).doesNotExist();
        // the shared mall has a folder and would not find it
        String own = found(key + "-1600[\\s\\S]*?name=\"picture\" value=\"([^\"]+)\"", seller.get(goods));
        assertThat(seller.post(goods, Map.of("picture", own, "do", "remove-picture"))
                        .status())
                .isEqualTo(303);
        assertThat(seller.get(goods).text()).doesNotContain(key);
    }

    private static Http.Answer upload(Http seller, String goods, byte[] png) {
        String boundary = "rialto-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nadd-picture\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(png);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return seller.send(seller.request("/upload" + goods)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", "http://" + CONSOLE + ":" + first.port())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    @Tag("D66")
    void anExportThatOneUnitMadeIsHandedOutByTheOtherAsItWas() {
        Http.Answer made = seller(first.port()).get("/goods/export");
        assertThat(made.status()).isEqualTo(200);
        Http elsewhere = seller(second.port());
        String file = found("href=\"(/goods/exports/export_[a-z0-9]+)\"", elsewhere.get("/goods/exports"));
        Http.Answer again = elsewhere.get(file);
        assertThat(again.header("Content-Disposition").orElse("")).contains("goods.csv");
        assertThat(again.response().body()).isEqualTo(made.response().body());
        assertThat(Http.at(CONSOLE, second.port()).get(file).status()).isNotEqualTo(200);
    }

    private static String bought(Shopper shopper, String email) throws Exception {
        shopper.add("grid-notebook", 1);
        shopper.saveDetails(email);
        String page = found("content=\"0; url=([^\"]+)\"", shopper.pay("card")).replace("&amp;", "&");
        HttpResponse<String> approved = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("number=4242424242424242&expiry=12%2F39&cvc=123"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        URI back = URI.create(approved.headers().firstValue("Location").orElseThrow());
        return shopper.http()
                .get(back.getRawPath() + "?" + back.getRawQuery())
                .header("Location")
                .orElseThrow();
    }

    private static String payment(String order, String column) throws Exception {
        String number = order.replaceAll("^/orders/([^?]+).*$", "$1");
        try (var database = Mall.running().database();
                var query = database.prepareStatement("select p." + column
                        + " from payment p join purchase o on o.payment_id = p.id where o.number = ?")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static void await(String order, String column, String wanted) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!wanted.equals(payment(order, column)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(payment(order, column)).isEqualTo(wanted);
    }

    private static String journal(String order) throws Exception {
        URI journal = URI.create(Mall.running().setting("rialto.sandbox.url") + "/journal.json?session="
                + payment(order, "gateway_reference"));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(journal).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @Tag("D79")
    void moneyIsTakenWhenTheGoodsShip() throws Exception {
        String order = bought(Shopper.through(Http.at("mall.localhost", first.port())), "ship-and-take@example.test");
        assertThat(payment(order, "state")).isEqualTo("approved");
        assertThat(journal(order)).doesNotContain("\"captured\"");
        Http office = operator(first.port());
        String number = order.replaceAll("^/orders/([^?]+).*$", "$1");
        String path = found("class=\"row-link[^\"]*\" href=\"([^\"]+)\"", office.get("/orders?lang=en&q=" + number));
        Http.Answer page = office.get(path);
        assertThat(page.text()).contains("Authorised, not taken yet");
        Http.Answer shipped = office.post(
                path,
                Map.of(
                        "part",
                        found("name=\"part\" value=\"([^\"]+)\"", page),
                        "version",
                        found("name=\"version\" value=\"([^\"]+)\"", page),
                        "number",
                        number,
                        found("name=\"(quantities\\.[^\"]+)\"", page),
                        "1",
                        "carrier",
                        "EMS",
                        "do",
                        "ship"));
        assertThat(shipped.status()).as(shipped.toString()).isEqualTo(303);
        await(order, "state", "captured");
        assertThat(payment(order, "captured")).isEqualTo(payment(order, "amount"));
        assertThat(journal(order)).contains("\"captured\"").doesNotContain("\"voided\"");
        assertThat(office.get(path).text()).contains("Taken").doesNotContain("Authorised, not taken yet");
    }

    private static Http operator(int port) {
        Http client = Http.at(CONSOLE, port);
        Map<String, String> form =
                Map.of("email", "operator@onmaru.example", "password", "maru-operator-2026", "do", "sign-in");
        assertThat(client.post("/sign-in", form).status()).isEqualTo(303);
        client.get("/?lang=en");
        return client;
    }

    @Test
    @Tag("D79")
    void whatIsCalledOffBeforeItShipsIsReleasedAndNeverTaken() throws Exception {
        Shopper shopper = Shopper.through(Http.at("mall.localhost", first.port()));
        String order = bought(shopper, "called-off@example.test");
        String number = order.replaceAll("^/orders/([^?]+).*$", "$1");
        String key = order.replaceAll("^.*[?&]key=([^&]+).*$", "$1");
        assertThat(shopper.http()
                        .post("/orders/" + number + "/cancel", Map.of("key", key))
                        .status())
                .isEqualTo(303);
        await(order, "state", "voided");
        assertThat(payment(order, "captured")).isEqualTo("0");
        assertThat(journal(order)).contains("\"voided\"").doesNotContain("\"captured\"", "\"refunded\"");
        MimeMessage mail = Mailbox.of("called-off@example.test").await(number, 2);
        assertThat(Mailbox.find("(청구되지 않았습니다|nothing taken)", mail)).isNotEmpty();
    }
}
