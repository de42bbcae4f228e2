package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.lingala.zip4j.io.inputstream.ZipInputStream;

/** A channel of the demo: its owner at the console, its shop's recharge page, and a person who recharges there. */
public final class Channel {
    private static final String PASSWORD = "a password for the archive";
    private static final Pattern BATCH = Pattern.compile("/code-batches/(batch_[a-z0-9]{26})");
    private static final Pattern PROOF = Pattern.compile("(?m)^\\s*([0-9]{6})\\s*$");

    public final Http console;
    public final Http shop;

    private Channel(String label) {
        console = Mall.running().at("console.localhost").with("Accept-Language", "en");
        shop = Mall.running().at(label + ".localhost").with("Accept-Language", "en");
        Http.Answer in = post(
                "/sign-in",
                "sign-in",
                Map.of("email", label + "@cardpoint.example", "password", "cardpoint-owner-2026"));
        assertThat(in.status()).isEqualTo(303);
    }

    /** The same channel, its shop reached at another address; each visitor comes from a place of their own. */
    private Channel(Http console, Http shop) {
        this.console = console;
        this.shop = shop;
    }

    Channel at(String host, int port, int publicPort, String visitor) {
        return new Channel(
                console,
                Http.at(host, port)
                        .seenAt(publicPort)
                        .with("Accept-Language", "en")
                        .with("X-Forwarded-For", visitor));
    }

    public static Channel cardpoint() {
        return new Channel("cards");
    }

    public static Channel kiosk() {
        return new Channel("kiosk");
    }

    public Http.Answer post(String path, String action, Map<String, String> inputs) {
        Map<String, String> form = new LinkedHashMap<>(inputs);
        form.put("do", action);
        return console.post(path, form);
    }

    /** Has codes made by the job, exports them and reads the archive. */
    public List<String> codes(int count) throws Exception {
        String batch = ask(count);
        Waiting.until(Duration.ofSeconds(60), () -> console.get(batch).text().contains("Made</span>"));
        Http.Answer zip = post(batch, "export", Map.of("password", PASSWORD));
        assertThat(zip.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/zip"));
        return unzipped(zip.response().body());
    }

    /** Asks for codes and gives the address of the batch. */
    String ask(int count) {
        Http.Answer asked =
                post("/code-batches", "ask", Map.of("productId", product(), "quantity", "" + count, "note", "test"));
        Matcher batch = BATCH.matcher(asked.header("Location").orElse(asked.text()));
        assertThat(batch.find()).as(asked.toString()).isTrue();
        return "/code-batches/" + batch.group(1);
    }

    /** The card for one month. */
    String product() {
        Matcher product = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Video Plus, one month")
                .matcher(console.get("/code-batches?ask=ask&lang=en").text());
        assertThat(product.find()).isTrue();
        return product.group(1);
    }

    private static List<String> unzipped(byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), PASSWORD.toCharArray())) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",")[2])
                    .toList();
        }
    }

    /** Asks for a verification code on the page and reads it in the mail. */
    String proof(String contact) throws Exception {
        Http.Answer sent = shop.post("/recharge", Map.of("do", "send", "contact", contact));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        return mailed(contact);
    }

    static String mailed(String contact) throws Exception {
        String[] found = new String[1];
        Waiting.until(Duration.ofSeconds(30), () -> {
            for (var mail : Mall.running().mail().getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().equals(contact)) {
                    Matcher code = PROOF.matcher(Mails.text(mail));
                    found[0] = code.find() ? code.group(1) : null;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** A person nobody has seen before. */
    static String contact() {
        return "viewer-" + UUID.randomUUID() + "@example.test";
    }

    /** The form as a browser without script sends it. */
    Http.Answer redeem(String code, String account, String contact, String proof) {
        return redeem(UUID.randomUUID(), code, account, contact, proof);
    }

    /** The same form again, as when no answer came. */
    Http.Answer redeem(UUID request, String code, String account, String contact, String proof) {
        return shop.post(
                "/recharge",
                Map.of(
                        "do", "redeem",
                        "request", request.toString(),
                        "name", "김연수",
                        "contact", contact,
                        "account", account,
                        "proof", proof,
                        "code", code));
    }

    public Http.Answer redeem(String code, String account) throws Exception {
        String contact = contact();
        return redeem(code, account, contact, proof(contact));
    }
}
