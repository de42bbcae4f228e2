package dev.rialto.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody's program that is told: keeps what it gets and answers as it is told to. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    /** One request as it came. */
    record Got(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return HttpHeaders.of(headers, (a, b) -> true).firstValue(name).orElse("");
        }

        /** Headers in the form that the library of Standard Webhooks reads. */
        HttpHeaders all() {
            return HttpHeaders.of(headers, (a, b) -> true);
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(Map.copyOf(exchange.getRequestHeaders()), body));
        byte[] answer = "seen".getBytes(StandardCharsets.UTF_8);
        boolean silent = status == 204;
        if (status == 429) {
            exchange.getResponseHeaders().add("Retry-After", "600");
        }
        exchange.sendResponseHeaders(status, silent ? -1 : answer.length);
        if (!silent) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + place() + "/hooks";
    }

    void answer(int code) {
        status = code;
    }

    List<Got> got() {
        return got;
    }

    void forget() {
        got.clear();
        status = 204;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
