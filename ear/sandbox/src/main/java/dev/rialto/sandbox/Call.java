package dev.rialto.sandbox;

import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request and its answer. */
final class Call {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String CLOSED =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final HttpExchange exchange;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    boolean is(String method) {
        return exchange.getRequestMethod().equals(method)
                || (method.equals("GET") && exchange.getRequestMethod().equals("HEAD"));
    }

    /** The parts of the path after a prefix. */
    String[] pathAfter(String prefix) {
        String rest = exchange.getRequestURI().getPath().substring(prefix.length());
        return rest.startsWith("/") ? rest.substring(1).split("/", -1) : rest.split("/", -1);
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    Map<String, String> query() {
        return fields(exchange.getRequestURI().getRawQuery());
    }

    Map<String, String> form() throws IOException {
        return fields(body());
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String pair : encoded.split("&")) {
            int at = pair.indexOf('=');
            String name = at < 0 ? pair : pair.substring(0, at);
            fields.putIfAbsent(decode(name), at < 0 ? "" : decode(pair.substring(at + 1)));
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "malformed", "the request holds a broken % sequence");
        }
    }

    <T> T json(Class<T> type) throws IOException {
        return json(type, MOST_BYTES);
    }

    <T> T json(Class<T> type, int mostBytes) throws IOException {
        try {
            T value = Json.read(body(mostBytes), type);
            if (value != null) {
                return value;
            }
        } catch (JsonParseException e) {
            throw new Refusal(400, "malformed", "the body is not the JSON that is expected: " + e.getMessage());
        }
        throw new Refusal(400, "malformed", "the body is empty");
    }

    /** The body as it came. */
    String body() throws IOException {
        return body(MOST_BYTES);
    }

    private String body(int mostBytes) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new Refusal(413, "too_large", "the body has more than " + mostBytes + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A header of the answer to come. */
    void answerHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    /** An answer that is JSON already. */
    void written(int status, String json) throws IOException {
        send(status, "application/json", CLOSED, json.getBytes(StandardCharsets.UTF_8));
    }

    void json(int status, Object value) throws IOException {
        send(status, "application/json", CLOSED, Json.write(value).getBytes(StandardCharsets.UTF_8));
    }

    /** An error as RFC 9457 describes it. */
    void problem(Refusal refusal) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", refusal.code().replace('_', ' '));
        problem.put("status", refusal.status());
        problem.put("code", refusal.code());
        problem.put("detail", String.valueOf(refusal.getMessage()));
        if (!refusal.field().isEmpty()) {
            problem.put("errors", new Object[] {Map.of("pointer", "/" + refusal.field(), "code", refusal.code())});
        }
        byte[] body = Json.write(problem).getBytes(StandardCharsets.UTF_8);
        send(refusal.status(), "application/problem+json", CLOSED, body);
    }

    /** A page; forms may lead here and to the origin that is named. */
    void page(int status, String html, String formTarget) throws IOException {
        String policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' " + formTarget;
        send(status, "text/html; charset=utf-8", policy.strip(), html.getBytes(StandardCharsets.UTF_8));
    }

    void file(String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
        send(200, type, CLOSED, bytes);
    }

    /** Sends the browser elsewhere with GET. */
    void redirect(String url) throws IOException {
        exchange.getResponseHeaders().set("Location", url);
        send(303, "text/plain; charset=utf-8", CLOSED, new byte[0]);
    }

    /** Hangs up without an answer. */
    void drop() {
        exchange.close();
    }

    private void send(int status, String type, String policy, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (!headers.containsKey("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
        boolean withoutBody = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, withoutBody ? -1 : body.length);
        if (!withoutBody) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** Makes the caller wait on purpose. */
    static void pause(int millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
