package dev.rialto.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where tests move the clock of a process started for that: {@code POST /advance} with a duration such as {@code PT1H},
 * on a port of its own that only this machine reaches. In any other process it does not exist.
 */
@Singleton
@Startup
public class TestClockPort {
    private static final Logger LOG = Logger.getLogger(TestClockPort.class.getName());
    private static final int LONGEST_TEXT = 64;

    @Inject
    MallClock clock;

    private @Nullable HttpServer server;

    @PostConstruct
    void open() {
        int port = ConfigProvider.getConfig()
                .getOptionalValue("rialto.test.clock.port", Integer.class)
                .orElse(0);
        if (!clock.isMovable() || port == 0) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException("rialto.test.clock.port: cannot listen on " + port, e);
        }
        server.createContext("/advance", this::advance);
        server.start();
        LOG.warning("TEST CLOCK: the time of this mall can be moved on port " + port);
    }

    @PreDestroy
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void advance(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readNBytes(LONGEST_TEXT), StandardCharsets.US_ASCII);
        try {
            Duration step = Duration.parse(text.strip());
            if (!exchange.getRequestMethod().equals("POST") || step.isNegative()) {
                throw new DateTimeParseException("not a step forward", text, 0);
            }
            clock.advance(step);
            exchange.sendResponseHeaders(204, -1);
        } catch (DateTimeParseException e) {
            exchange.sendResponseHeaders(400, -1);
        } finally {
            exchange.close();
        }
    }
}
