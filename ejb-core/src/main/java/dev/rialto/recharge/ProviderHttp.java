package dev.rialto.recharge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls to providers over HTTP: no redirects, a time limit, and an answer in every case. */
@ApplicationScoped
class ProviderHttp {
    private static final int LONGEST = 50_000_000;

    private final Duration timeout;
    private final HttpClient http;

    @Inject
    ProviderHttp(RechargeSettings settings) {
        this.timeout = settings.timeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProviderHttp() {
        this.timeout = Duration.ZERO;
        this.http = null;
    }

    /**
     * An answer.
     *
     * @param status 0 when none came
     * @param body the answer, or why there is none
     */
    record Reply(int status, String body, Map<String, String> headers) {
        boolean isDone() {
            return status >= 200 && status < 300;
        }

        /** A no that stays a no; everything else may have been done. */
        boolean isRefused() {
            return status >= 400 && status < 500 && status != 408 && status != 429;
        }

        CardNews asNews() {
            return new CardNews(headers, body);
        }
    }

    /** Sends a body, or asks without one. */
    Reply send(String method, String url, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(timeout)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> heard = new java.util.TreeMap<>();
            answer.headers().map().forEach((name, values) -> heard.put(name, values.get(0)));
            String text = answer.body();
            return new Reply(answer.statusCode(), text.length() > LONGEST ? "" : text, heard);
        } catch (IOException e) {
            return new Reply(0, e.getClass().getSimpleName(), Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "interrupted", Map.of());
        }
    }
}
