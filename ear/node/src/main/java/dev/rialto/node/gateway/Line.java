package dev.rialto.node.gateway;

import dev.rialto.node.start.Loopback;
import dev.rialto.node.start.NodeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Calls over HTTP. A gateway that does not answer is left alone for a while, so that pages say so at once instead of each
 * waiting for it.
 */
@ApplicationScoped
public class Line {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    /** The mall may wait for a bank. */
    private static final Duration EFFECT = Duration.ofSeconds(40);

    private static final int LOWEST_GATEWAY_ERROR = 502;
    private static final int HIGHEST_GATEWAY_ERROR = 504;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private NodeSettings settings;

    /** Asks; asks again when there was none at once, not when the shopper has waited already. */
    @Retry(maxRetries = 2, delay = 150, jitter = 50, maxDuration = 4_000, retryOn = Unreachable.class)
    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS,
            failOn = Unreachable.class)
    public Reply ask(Ask ask) {
        return send(ask, READ);
    }

    /** Tells something that has an effect: once, whatever comes of it. */
    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS,
            failOn = Unreachable.class)
    public Reply tell(Ask ask) {
        return send(ask, EFFECT);
    }

    private Reply send(Ask ask, Duration patience) {
        try {
            HttpResponse<byte[]> answer = client.send(request(ask, patience), HttpResponse.BodyHandlers.ofByteArray());
            Reply reply = new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
            boolean passedOn = reply.status() >= LOWEST_GATEWAY_ERROR && reply.status() <= HIGHEST_GATEWAY_ERROR;
            if (passedOn && !reply.isProblem()) {
                throw new Unreachable("the gateway's own server answers " + reply.status());
            }
            return reply;
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        }
    }

    private HttpRequest request(Ask ask, Duration patience) {
        URI address = URI.create(Loopback.reachable(settings.gateway()) + "/api/v1" + ask.path());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .method(
                        ask.method(),
                        ask.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body()));
        request.header("Rialto-Program", Version.PROGRAM);
        request.header("Accept", "application/problem+json, */*");
        ask.headers().forEach(request::header);
        if (Loopback.isMeantBy(settings.gateway())) {
            request.header("Host", settings.gateway().getRawAuthority());
        }
        return request.build();
    }
}
