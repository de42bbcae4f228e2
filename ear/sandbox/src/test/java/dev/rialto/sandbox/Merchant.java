package dev.rialto.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A merchant with a server of its own, a gateway in front of it, and a shopper's browser. */
final class Merchant implements AutoCloseable {
    static final String SECRET = SandboxSettings.DEFAULT_SECRET;

    /** A call-back as it arrived. */
    record Told(String id, String timestamp, String signature, String body) {
        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }

        String type() {
            return json().get("type").getAsString();
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final AtomicInteger refusing = new AtomicInteger();
    private final HttpServer server;
    private final Path journal;
    private Sandbox sandbox;

    Merchant(Path folder) throws IOException {
        journal = folder.resolve("journal-" + UUID.randomUUID() + ".jsonl");
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/told", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            boolean takes = refusing.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
            told.add(new Told(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body));
            exchange.sendResponseHeaders(takes ? 204 : 500, -1);
            exchange.close();
        });
        server.start();
        sandbox = start();
    }

    private Sandbox start() {
        return Sandbox.start(new SandboxSettings(
                "127.0.0.1",
                0,
                journal,
                SandboxSettings.DEFAULT_KEY,
                SECRET,
                null,
                Duration.ofMillis(20),
                Duration.ofMinutes(30)));
    }

    void restart() {
        sandbox.close();
        sandbox = start();
    }

    void stopGateway() {
        sandbox.close();
    }

    void startGateway() {
        sandbox = start();
    }

    Path journal() {
        return journal;
    }

    /** Answers the next call-backs with 500. */
    void refuseCallBacks(int times) {
        refusing.set(times);
    }

    String url() {
        return sandbox.url();
    }

    Told nextTold() throws InterruptedException {
        return told.poll(5, TimeUnit.SECONDS);
    }

    Told noMoreTold() throws InterruptedException {
        return told.poll(200, TimeUnit.MILLISECONDS);
    }

    String opening(String requestId, long amount) {
        return """
                {"request_id": "%s", "merchant_reference": "order-%s", "amount": %d, "currency": "KRW",
                 "return_url": "http://shop.test/back?x=1", "callback_url": "http://127.0.0.1:%d/told", "language": "ko"}
                """.formatted(requestId, requestId, amount, server.getAddress().getPort());
    }

    HttpResponse<String> post(String path, String json, String... headers) throws Exception {
        return send(authenticated(path, headers).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String path, String json) throws Exception {
        return send(authenticated(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    JsonObject get(String path) throws Exception {
        return JsonParser.parseString(send(authenticated(path).GET()).body()).getAsJsonObject();
    }

    private HttpRequest.Builder authenticated(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + SandboxSettings.DEFAULT_KEY);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A session that was opened, as JSON. */
    JsonObject open(long amount) throws Exception {
        HttpResponse<String> answer =
                post("/v1/sessions", opening(UUID.randomUUID().toString(), amount));
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    static String id(JsonObject session) {
        return session.get("id").getAsString();
    }

    String state(String session) throws Exception {
        return get("/v1/sessions/" + session).get("state").getAsString();
    }

    /** The shopper's browser. */
    HttpResponse<String> page(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    HttpResponse<String> submit(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> pay(String session, TestCard card) throws Exception {
        return submit("/pay/" + session, Map.of("number", card.printed(), "expiry", "12/34", "cvc", "123"));
    }

    /** A session whose card was approved. */
    String approved(long amount) throws Exception {
        String session = id(open(amount));
        pay(session, TestCard.APPROVE);
        return session;
    }

    void switchOn(String json) throws Exception {
        put("/admin/switches", json);
    }

    @Override
    public void close() {
        sandbox.close();
        server.stop(0);
    }
}
