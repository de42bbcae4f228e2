package dev.rialto.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A partner's program that listens for news of the mall; each test has a path of its own. */
public final class Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** What came. */
    public record Heard(String path, String id, String timestamp, String signature, String body) {}

    Listener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        byte[] answer = "heard".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Its place, as the mall's allow-list names it. */
    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** An address for one test. */
    public String url(String path) {
        return "http://" + place() + path;
    }

    /** What came to a path, once there are so many. */
    public List<Heard> await(String path, int count) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        List<Heard> found = List.of();
        while (Instant.now().isBefore(limit)) {
            found = heard.stream().filter(each -> each.path().equals(path)).toList();
            if (found.size() >= count) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("only " + found.size() + " of " + count + " came to " + path);
    }
}
