package dev.rialto.recharge;

import dev.rialto.platform.Json;
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

/** Hands short messages to the service that the settings name: {@code {"to": …, "text": …}} by POST, with its key. */
@ApplicationScoped
class HttpPhones implements PhoneGateway {
    private final @Nullable String url;
    private final String key;
    private final Duration timeout;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    HttpPhones(RechargeSettings settings) {
        this.url = settings.phoneUrl();
        this.key = settings.phoneKey();
        this.timeout = settings.timeout();
    }

    /** For the proxy of the container. */
    protected HttpPhones() {
        this.url = null;
        this.key = "";
        this.timeout = Duration.ZERO;
    }

    @Override
    public boolean isSet() {
        return url != null;
    }

    @Override
    public void send(String number, String text) {
        if (url == null) {
            throw RechargeError.CONTACT_NOT_REACHED.because("contact", "mail_only");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(timeout)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("to", number, "text", text))))
                .build();
        try {
            if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 != 2) {
                throw RechargeError.CONTACT_NOT_REACHED.because("contact", "not_reached");
            }
        } catch (IOException e) {
            throw RechargeError.CONTACT_NOT_REACHED.because("contact", "not_reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RechargeError.CONTACT_NOT_REACHED.because("contact", "not_reached");
        }
    }
}
