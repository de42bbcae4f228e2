package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rialto.system.Http;
import dev.rialto.system.Listener;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seller's program is told of changes, from adding its address over the API to the request that reaches it. */
class WebhooksST {
    private static final String ROOT = "/api/v1/webhooks";

    private final Mall mall = Mall.running();

    private Http calling(String... scopes) throws Exception {
        return Partner.ofStorefront(mall, "hanok.localhost", scopes).calling();
    }

    private Http hanok() throws Exception {
        return calling("webhooks:write", "stock:write", "goods:write");
    }

    private static Http.Answer send(Http http, String method, String path, String json, String... headers) {
        var request = http.request(path)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request);
    }

    private static Http.Answer add(Http http, String url, String types, String key) {
        return send(
                http,
                "POST",
                ROOT,
                "{\"url\":\"" + url + "\",\"description\":\"books\",\"types\":[" + types + "]}",
                "Idempotency-Key",
                key);
    }

    private JsonObject added(Http http, String path, String types) {
        Http.Answer answer =
                add(http, mall.listener().url(path), types, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().getAsJsonObject();
    }

    private static String signature(String secret, Listener.Heard heard) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = mac.doFinal(
                (heard.id() + "." + heard.timestamp() + "." + heard.body()).getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    @Test
    void aChangeOfStockReachesTheProgramSignedAndNumbered() throws Exception {
        Http http = hanok();
        JsonObject hook = added(http, "/stock", "\"stock.changed\"");
        String variant = Node.of(mall, "hanok.localhost").variant();
        String change = "{\"changes\":[{\"variantId\":\"" + variant + "\",\"kind\":\"receipt\",\"quantity\":1}]}";
        for (int i = 0; i < 2; i++) {
            assertThat(send(
                                    http,
                                    "POST",
                                    "/api/v1/seller/stock/changes",
                                    change,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .status())
                    .isEqualTo(200);
        }

        List<Listener.Heard> heard = mall.listener().await("/stock", 2).stream()
                .filter(each -> each.body().contains(variant))
                .toList();
        assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
        Listener.Heard first = heard.get(0);
        JsonObject body = JsonParser.parseString(first.body()).getAsJsonObject();
        assertThat(first.signature()).isEqualTo(signature(hook.get("secret").getAsString(), first));
        assertThat(body.get("id").getAsString()).isEqualTo(first.id());
        assertThat(body.get("type").getAsString()).isEqualTo("stock.changed");
        assertThat(sequences(heard)).isSorted().doesNotHaveDuplicates();
        remove(http, hook);
    }

    private static List<Long> sequences(List<Listener.Heard> heard) {
        return heard.stream()
                .map(each -> JsonParser.parseString(each.body())
                        .getAsJsonObject()
                        .get("sequence")
                        .getAsLong())
                .toList();
    }

    private static void remove(Http http, JsonObject hook) {
        String path = ROOT + "/" + hook.get("id").getAsString();
        String tag = http.get(path).header("ETag").orElseThrow();
        assertThat(send(http, "DELETE", path, "", "If-Match", tag).status()).isEqualTo(204);
        assertThat(http.get(path).status()).isEqualTo(404);
    }

    @Test
    void theSecretIsInTheFirstAnswerAloneAndInNoLog() throws Exception {
        Http http = hanok();
        String key = UUID.randomUUID().toString();
        Http.Answer first = add(http, mall.listener().url("/once"), "\"goods.changed\"", key);
        Http.Answer twin = add(http, mall.listener().url("/once"), "\"goods.changed\"", key);
        JsonObject hook = first.json().getAsJsonObject();
        String secret = hook.get("secret").getAsString();

        assertThat(twin.header("Idempotent-Replayed")).contains("true");
        assertThat(twin.json().getAsJsonObject().get("id")).isEqualTo(hook.get("id"));
        assertThat(twin.text()).doesNotContain("whsec_");
        assertThat(http.get(ROOT).text()).contains(hook.get("id").getAsString()).doesNotContain("whsec_");
        send(
                http,
                "POST",
                ROOT + "/" + hook.get("id").getAsString() + "/dispatches",
                "",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        mall.listener().await("/once", 1);
        try (Stream<Path> logs = Files.list(mall.data().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).doesNotContain(secret.substring("whsec_".length()));
            }
        }
        remove(http, hook);
    }

    @Test
    void aTestIsLoggedWithItsAnswerAndCanBeSentAgain() throws Exception {
        Http http = hanok();
        JsonObject hook = added(http, "/again", "\"goods.changed\"");
        String dispatches = ROOT + "/" + hook.get("id").getAsString() + "/dispatches";
        Http.Answer sending = send(
                http,
                "POST",
                dispatches,
                "",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(sending.status()).as(sending.text()).isEqualTo(202);
        String one = dispatches + "/"
                + sending.json().getAsJsonObject().get("dispatchId").getAsString();
        Listener.Heard heard = mall.listener().await("/again", 1).get(0);
        JsonObject logged = settled(http, one);
        assertThat(logged.get("body").getAsString()).isEqualTo(heard.body());
        assertThat(logged.getAsJsonArray("tries")
                        .get(0)
                        .getAsJsonObject()
                        .get("responseBody")
                        .getAsString())
                .isEqualTo("heard");

        Http.Answer again = send(
                http,
                "POST",
                one + "/replay",
                "",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(again.status()).as(again.text()).isEqualTo(202);
        assertThat(mall.listener().await("/again", 2).get(1).id()).isEqualTo(heard.id());
        JsonArray listed =
                http.get(dispatches + "?limit=5").json().getAsJsonObject().getAsJsonArray("items");
        assertThat(listed).isNotEmpty();
        remove(http, hook);
    }

    private static JsonObject settled(Http http, String path) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            JsonObject found = http.get(path).json().getAsJsonObject();
            if (found.get("state").getAsString().equals("done")) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not settled: " + path);
    }

    @Test
    void aChangeNamesTheVersionItIsMadeTo() throws Exception {
        Http http = hanok();
        JsonObject hook = added(http, "/versions", "\"goods.changed\"");
        String path = ROOT + "/" + hook.get("id").getAsString();
        String edit = "{\"url\":\"" + mall.listener().url("/versions") + "\",\"types\":[\"order.changed\"]}";
        String tag = http.get(path).header("ETag").orElseThrow();

        assertThat(send(http, "PUT", path, edit).status()).isEqualTo(428);
        assertThat(send(http, "PUT", path, edit, "If-Match", tag).status()).isEqualTo(200);
        assertThat(send(http, "PUT", path, edit, "If-Match", tag).status()).isEqualTo(412);
        assertThat(send(http, "POST", path + "/pause", "", "If-Match", "\"v2\"").text())
                .contains("\"paused\"");
        assertThat(send(http, "POST", path + "/resume", "", "If-Match", "\"v3\"")
                        .text())
                .contains("\"active\"");
        Http.Answer rotated = send(
                http,
                "POST",
                path + "/secret",
                "",
                "If-Match",
                "\"v4\"",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(rotated.json().getAsJsonObject().get("secret").getAsString())
                .startsWith("whsec_")
                .isNotEqualTo(hook.get("secret").getAsString());
        assertThat(rotated.json().getAsJsonObject().has("previousSecretUntil")).isTrue();
        remove(http, hook);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://2130706433/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://user:secret@93.184.215.14/",
                "https://mall.localhost/"
            })
    void anAddressWithinIsRefusedAndNamed(String address) throws Exception {
        Http.Answer answer =
                add(hanok(), address, "\"goods.changed\"", UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("invalid_webhook").contains("/url");
    }

    @Test
    @Tag("A19")
    void anotherSellersWebhookLooksLikeNone() throws Exception {
        Http http = hanok();
        JsonObject hook = added(http, "/mine", "\"goods.changed\"");
        String path = ROOT + "/" + hook.get("id").getAsString();
        Http other = Partner.ofStorefront(mall, "nordlicht.localhost", "webhooks:write")
                .calling();

        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(ROOT).text()).doesNotContain(hook.get("id").getAsString());
        assertThat(send(other, "DELETE", path, "", "If-Match", "\"v1\"").status())
                .isEqualTo(404);
        assertThat(other.get(path + "/dispatches").status()).isEqualTo(404);
        assertThat(calling("goods:write").get(ROOT).status()).isEqualTo(403);
        remove(http, hook);
    }
}
