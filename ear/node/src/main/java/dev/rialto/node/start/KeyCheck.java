package dev.rialto.node.start;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the gateway whether it knows the key, before the storefront starts. */
final class KeyCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNKNOWN_KEY = 401;

    private KeyCheck() {}

    /**
     * Did the gateway answer? A storefront starts without it, and says so to its shoppers.
     *
     * @throws SettingsProblem when the gateway does not know the key
     */
    static boolean passes(NodeSettings settings) throws InterruptedException {
        try {
            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request(settings), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() == UNKNOWN_KEY) {
                throw new SettingsProblem("The gateway at " + settings.gateway()
                        + " does not know this key: see rialto.node.key.id and rialto.node.key.secret.");
            }
            return answer.statusCode() < 500;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private static HttpRequest request(NodeSettings settings) {
        String form = "grant_type=client_credentials&client_id=" + encoded(settings.keyId()) + "&client_secret="
                + encoded(settings.keySecret());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(Loopback.reachable(settings.gateway()) + "/api/v1/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (Loopback.isMeantBy(settings.gateway())) {
            request.header("Host", settings.gateway().getRawAuthority());
        }
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
