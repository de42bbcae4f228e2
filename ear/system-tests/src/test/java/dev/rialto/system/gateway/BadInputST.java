package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation of the contract with input that is none: a clear refusal each time, never a failure of ours (A16). */
@Tag("A16")
class BadInputST {
    private static final Mall MALL = Mall.running();
    private static final int MEGABYTE = 1 << 20;
    private static Belongings own;
    private static CardThings cards;

    @BeforeAll
    static void aMemberWithAnOrder() throws Exception {
        own = Belongings.of(Node.of(MALL, "hanok.localhost").joined());
        cards = CardThings.ofCardpoint();
    }

    private static List<Operations.Operation> withBody() {
        return Operations.all(MALL).stream()
                .filter(operation -> !operation.body().isEmpty() && operation.isSecured())
                .toList();
    }

    private static JsonObject problem(String how, Http.Answer answer) {
        assertThat(answer.status()).as(how + " " + answer).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(how).hasValue("application/problem+json");
        JsonObject problem = answer.json().getAsJsonObject();
        assertThat(problem.get("status").getAsInt()).as(how).isEqualTo(answer.status());
        assertThat(problem.get("requestId").getAsString())
                .as(how)
                .isEqualTo(answer.header("X-Request-Id").orElseThrow());
        return problem;
    }

    private static Http calling(Operations.Operation operation) {
        return operation.isOfChannels() ? cards.program() : own.node().calling();
    }

    private static Map<String, String> ids(Operations.Operation operation) {
        return operation.isOfChannels() ? cards.ids() : own.ids();
    }

    private static Http.Answer send(Operations.Operation operation, String type, byte[] body) {
        return operation.send(calling(operation), operation.address(ids(operation)), type, body);
    }

    private static Http.Answer json(Operations.Operation operation, String body) {
        return send(operation, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFieldThatTheOperationDoesNotKnowIsNamed() {
        for (Operations.Operation operation : withBody()) {
            JsonObject body = JsonParser.parseString(operation.body()).getAsJsonObject();
            body.addProperty("tenantId", "seller_01h455vb4pex5vsknk084sn02q");
            JsonObject problem = problem(operation.name(), json(operation, body.toString()));
            assertThat(problem.get("code").getAsString()).as(operation.name()).isEqualTo("invalid_body");
            assertThat(problem.getAsJsonArray("errors").toString())
                    .as(operation.name())
                    .contains("\"/tenantId\"")
                    .contains("unknown_field");
        }
    }

    @Test
    void everyFieldOfAnotherTypeOrMissingIsNamed() {
        for (Operations.Operation operation : withBody()) {
            JsonObject example = JsonParser.parseString(operation.body()).getAsJsonObject();
            for (String field : example.keySet()) {
                JsonObject body = example.deepCopy();
                boolean isText = example.get(field).isJsonPrimitive()
                        && example.get(field).getAsJsonPrimitive().isString();
                if (isText) {
                    body.addProperty(field, 17);
                } else {
                    body.addProperty(field, "17");
                }
                JsonObject problem = problem(operation.name() + "." + field, json(operation, body.toString()));
                assertThat(problem.get("code").getAsString()).as(field).isEqualTo("invalid_body");
                assertThat(problem.getAsJsonArray("errors").toString())
                        .as(field)
                        .contains("\"/" + field);
            }
        }
    }

    /** What is no JSON of bearable size and form. */
    private static Map<String, byte[]> broken() {
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("no JSON", "{\"a\":".getBytes(StandardCharsets.UTF_8));
        broken.put("a list", "[]".getBytes(StandardCharsets.UTF_8));
        broken.put("null", "null".getBytes(StandardCharsets.UTF_8));
        broken.put("a text", "\"text\"".getBytes(StandardCharsets.UTF_8));
        broken.put(
                "depth 10000",
                ("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").getBytes(StandardCharsets.UTF_8));
        broken.put("invalid UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'});
        broken.put("a raw NUL", "{\"a\":\"\0\"}".getBytes(StandardCharsets.UTF_8));
        broken.put("twice the same field", "{\"a\":1,\"a\":1}".getBytes(StandardCharsets.UTF_8));
        broken.put("more behind", "{} {}".getBytes(StandardCharsets.UTF_8));
        return broken;
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (Operations.Operation operation : withBody()) {
            broken().forEach((how, body) -> {
                JsonObject problem = problem(operation.name() + " " + how, send(operation, "application/json", body));
                assertThat(problem.get("code").getAsString())
                        .as(operation.name() + " " + how)
                        .isIn("invalid_body", "malformed_request", "body_too_deep");
            });
        }
    }

    @Test
    void aBodyOfAnotherTypeOrOfTenMegabytesIsRefused() {
        for (Operations.Operation operation : withBody()) {
            byte[] good = operation.body().getBytes(StandardCharsets.UTF_8);
            assertThat(problem(operation.name(), send(operation, "text/plain", good))
                            .get("code")
                            .getAsString())
                    .as(operation.name())
                    .isEqualTo("unsupported_media_type");
            byte[] large = ("{\"a\":\"" + "x".repeat(10 * MEGABYTE + 1) + "\"}").getBytes(StandardCharsets.UTF_8);
            assertThat(problem(operation.name(), send(operation, "application/json", large))
                            .get("code")
                            .getAsString())
                    .as(operation.name())
                    .isEqualTo("body_too_large");
        }
    }

    /** Without a length in its head, a body is refused as soon as too much of it has come. */
    @Test
    void aBodyInPiecesIsBoundedToo() {
        byte[] large = ("{\"a\":\"" + "x".repeat(11 * MEGABYTE) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (String path :
                List.of("/api/v1/cart/lines", "/api/v1/seller/goods/files?currency=KRW&language=ko&category=x")) {
            Http caller = own.node().calling();
            Http.Answer refused = caller.send(caller.request(path)
                    .header("Content-Type", path.contains("files") ? "text/csv" : "application/json")
                    .header("Idempotency-Key", "pieces")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
            assertThat(refused.status()).as(path).isEqualTo(413);
            assertThat(problem(path, refused).get("code").getAsString()).isEqualTo("body_too_large");
        }
        Http stranger = MALL.at("api.localhost");
        Http.Answer form = stranger.send(stranger.request("/api/v1/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                        ("grant_type=" + "x".repeat(MEGABYTE)).getBytes(StandardCharsets.UTF_8)))));
        assertThat(form.status()).isEqualTo(413);
    }

    @Test
    void whatIsNestedTooDeepIsMalformed() {
        String deep = "{\"variantId\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",\"quantity\":1}";
        Http.Answer refused = own.node().send("POST", "/api/v1/cart/lines", deep);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(problem("deep", refused).get("code").getAsString()).isEqualTo("body_too_deep");
    }

    @Test
    void textsThatAreTooLongOrHaveControlCharactersAreNeverAFailure() {
        for (Operations.Operation operation : withBody()) {
            JsonObject example = JsonParser.parseString(operation.body()).getAsJsonObject();
            for (String text : List.of(
                    "x".repeat(99_000),
                    "a\u0000b",
                    "\ud83d\ude00".repeat(20_000),
                    "<script>alert(1)</script>",
                    "'; drop table goods; --")) {
                for (String field : example.keySet()) {
                    if (example.get(field).isJsonPrimitive()
                            && example.get(field).getAsJsonPrimitive().isString()) {
                        JsonObject body = example.deepCopy();
                        body.addProperty(field, text);
                        Http.Answer answer = json(operation, body.toString());
                        assertThat(answer.status())
                                .as(operation.name() + "." + field + " " + text.substring(0, 3) + answer)
                                .isLessThan(500);
                    }
                }
            }
        }
    }

    @Test
    void parametersThatAreNoneAreRefusedByName() {
        List<String> wrong =
                List.of("%00", "%FF%FE", "%ED%A0%80", "x".repeat(6_000), "-1", "%27%20or%201%3D1", "%E2%80%AE");
        for (Operations.Operation operation : Operations.all(MALL)) {
            if (!operation.method().equals("GET") || !operation.isSecured()) {
                continue;
            }
            List<String> addresses = new ArrayList<>();
            operation
                    .parameters("query")
                    .forEach(name -> wrong.forEach(
                            value -> addresses.add(operation.address(ids(operation)) + "?" + name + "=" + value)));
            operation
                    .parameters("path")
                    .forEach(name -> wrong.forEach(value -> {
                        Map<String, String> ids = new LinkedHashMap<>(ids(operation));
                        ids.put(name, value);
                        addresses.add(operation.address(ids));
                    }));
            for (String address : addresses) {
                Http.Answer answer = calling(operation).get(address);
                assertThat(answer.status())
                        .as(address.substring(0, Math.min(90, address.length())) + answer)
                        .isLessThan(500);
            }
            Http.Answer unknown = calling(operation).get(operation.address(ids(operation)) + "?sellerId=x");
            assertThat(problem(operation.name(), unknown)
                            .getAsJsonArray("errors")
                            .toString())
                    .as(operation.name())
                    .contains("/sellerId");
        }
    }

    @Test
    void headersThatAreNoneAreRefusedByName() {
        Node node = own.node();
        for (String header : List.of("Rialto-Language", "Rialto-Currency")) {
            Http.Answer answer =
                    node.forSomebodyElse().with(header, "xx").plain().get("/api/v1/goods");
            assertThat(problem(header, answer).getAsJsonArray("errors").toString())
                    .contains("/" + header);
        }
        Http.Answer keyless = node.calling()
                .postJson(
                        "/api/v1/seller/stock/changes",
                        "{\"changes\":[{\"variantId\":\"" + own.ids().get("variant")
                                + "\",\"kind\":\"receipt\",\"quantity\":1}]}");
        assertThat(problem("key", keyless).get("code").getAsString()).isEqualTo("idempotency_key_needed");
        Http.Answer overlong = node.sendOnce(
                "POST",
                "/api/v1/seller/stock/changes",
                "{\"changes\":[{\"variantId\":\"" + own.ids().get("variant")
                        + "\",\"kind\":\"receipt\",\"quantity\":1}]}",
                "k".repeat(256));
        assertThat(problem("key", overlong).get("code").getAsString()).isEqualTo("idempotency_key_needed");
    }

    @Test
    void methodsAndAddressesThatAreNoneAreProblemsToo() {
        Http caller = own.node().calling();
        assertThat(problem(
                                "PUT",
                                caller.send("PUT", "/api/v1/goods", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .get("code")
                        .getAsString())
                .isEqualTo("method_not_allowed");
        assertThat(problem("none", caller.get("/api/v1/nonsense")).get("code").getAsString())
                .isEqualTo("not_found");
        assertThat(problem(
                                "accept",
                                own.node().calling().with("Accept", "text/html").get("/api/v1/goods"))
                        .get("code")
                        .getAsString())
                .isEqualTo("not_acceptable");
    }
}
