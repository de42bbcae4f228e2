package dev.rialto.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the merchant of recharges, signed, up to five times; and forges what it is switched to forge. */
final class RechargeNews implements AutoCloseable {
    private static final int MOST_TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String url;
    private final CardSignature signature;
    private final CardFault.Switches switches;
    private final RechargeLog log;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "recharge-news");
        thread.setDaemon(true);
        return thread;
    });

    RechargeNews(CardSettings settings, CardFault.Switches switches, RechargeLog log, Clock clock) {
        this.url = settings.callBackUrl();
        this.signature = new CardSignature(settings.secret());
        this.switches = switches;
        this.log = log;
        this.clock = clock;
    }

    void tell(Recharge recharge) {
        String account = String.valueOf(recharge.account());
        if (url.isEmpty() || switches.happens(CardFault.SILENT, account)) {
            return;
        }
        if (switches.happens(CardFault.FORGE, account)) {
            later(() -> send(recharge, "forged", 1), 0);
        }
        int times = switches.happens(CardFault.TWICE, account) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            later(() -> send(recharge, signature.secret(), 1), 0);
        }
    }

    private void later(Runnable work, long millis) {
        threads.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    private void send(Recharge recharge, String secret, int tries) {
        String id = String.valueOf(recharge.requestId());
        String why;
        try {
            int status = http.send(request(recharge, secret), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 200 && status < 300) {
                log.told(id, Map.of("status", String.valueOf(status)));
                return;
            }
            why = "status " + status;
        } catch (IOException e) {
            why = e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        log.notTold(id, Map.of("why", why, "try", String.valueOf(tries)));
        if (tries < MOST_TRIES && secret.equals(signature.secret())) {
            later(() -> send(recharge, secret, tries + 1), 500L << tries);
        }
    }

    private HttpRequest request(Recharge recharge, String secret) {
        String body = Json.write(recharge);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String id = String.valueOf(recharge.requestId());
        HttpRequest.Builder request = HttpRequest.newBuilder(Loopback.reachable(URI.create(url)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Card-Id", id)
                .header("Card-Timestamp", timestamp)
                .header("Card-Signature", new CardSignature(secret).of(id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Loopback.hostHeader(URI.create(url)).ifPresent(host -> request.header("Host", host));
        return request.build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
