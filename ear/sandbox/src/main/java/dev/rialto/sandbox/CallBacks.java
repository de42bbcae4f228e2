package dev.rialto.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells merchants what happened, signed, until they take it: waits grow fivefold from the first pause on, eight tries in
 * all. What was not taken when the program stopped is told after the next start.
 */
final class CallBacks implements AutoCloseable {
    private static final int MOST_TRIES = 8;
    private static final int GROWTH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Journal journal;
    private final SessionBook book;
    private final DisputeBook disputes;
    private final AccountBook accounts;
    private final Switches switches;
    private final Signature signature;
    private final Clock clock;
    private final Duration pause;
    private final String publicUrl;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4, work -> {
        Thread thread = new Thread(work, "call-backs");
        thread.setDaemon(true);
        return thread;
    });

    CallBacks(
            Journal journal,
            SessionBook book,
            DisputeBook disputes,
            AccountBook accounts,
            Switches switches,
            SandboxSettings settings,
            Clock clock,
            String url) {
        this.journal = journal;
        this.book = book;
        this.disputes = disputes;
        this.accounts = accounts;
        this.switches = switches;
        this.signature = new Signature(settings.secret());
        this.pause = settings.callBackPause();
        this.clock = clock;
        this.publicUrl = url;
    }

    /** Takes up what an earlier run left, and listens from now on. */
    void begin() {
        Map<String, Entry> untold = new LinkedHashMap<>();
        journal.replay(entry -> {
            if (entry.kind().isTold()) {
                untold.put(entry.eventId(), entry);
            } else if (entry.kind() == Entry.Kind.TOLD || !entry.text("gave_up").isEmpty()) {
                untold.remove(entry.text("event"));
            }
        });
        untold.values().forEach(entry -> later(() -> tell(entry, 1), 0));
        book.pending().forEach(session -> approveLater(session.id(), 0));
        book.listen(this::heard);
        book.contested().forEach(session -> later(() -> disputes.decide(session.id()), 0));
    }

    private void heard(Entry entry) {
        if (entry.kind().isTold()) {
            later(() -> tellAsSwitched(entry), 0);
            disputeLater(entry);
        } else if (entry.kind() == Entry.Kind.CONTESTED) {
            later(() -> disputes.decide(entry.session()), switches.lateMillis());
        } else if (entry.kind() == Entry.Kind.PENDING) {
            approveLater(entry.session(), switches.lateMillis());
        }
    }

    /** The bank of the card that is made for it takes the money back once it was captured. */
    private void disputeLater(Entry entry) {
        if (entry.kind() != Entry.Kind.CAPTURED) {
            return;
        }
        Session session = book.require(entry.session());
        boolean isMadeForIt = session.cardLastFour().equals(TestCard.DISPUTED.lastFour());
        if (isMadeForIt && session.dispute() == null) {
            later(() -> disputes.open(session.id(), new DisputeBook.Opening(null, null, null)), switches.lateMillis());
        }
    }

    private void approveLater(String session, int millis) {
        later(() -> book.approveLate(session), millis);
    }

    private void later(Runnable work, long millis) {
        threads.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    private void tellAsSwitched(Entry entry) {
        long amount = accounts.find(entry.session()).map(Account::amount).orElseGet(() -> book.require(entry.session())
                .amount());
        if (switches.happens(Fault.NO_CALLBACK, amount)) {
            notTold(entry, "switched off", true);
            return;
        }
        boolean twice = switches.happens(Fault.CALLBACK_TWICE, amount);
        tell(entry, 1);
        if (twice) {
            tell(entry, 1);
        }
    }

    private void tell(Entry entry, int tries) {
        String url = accounts.find(entry.session())
                .map(Account::callbackUrl)
                .orElseGet(() -> book.require(entry.session()).callBackUrl());
        if (url.isEmpty()) {
            return;
        }
        try {
            int status = http.send(request(entry, url), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 200 && status < 300) {
                Map<String, String> detail = Map.of("event", entry.eventId(), "status", String.valueOf(status));
                journal.append(Entry.Kind.TOLD, entry.session(), null, detail);
                return;
            }
            again(entry, tries, "status " + status);
        } catch (IOException e) {
            again(entry, tries, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(Entry entry, int tries, String why) {
        boolean last = tries >= MOST_TRIES;
        notTold(entry, why, last);
        if (!last) {
            later(() -> tell(entry, tries + 1), pause.toMillis() * (long) Math.pow(GROWTH, tries - 1.0));
        }
    }

    private void notTold(Entry entry, String why, boolean gaveUp) {
        Map<String, String> detail = new LinkedHashMap<>(Map.of("event", entry.eventId(), "why", why));
        if (gaveUp) {
            detail.put("gave_up", "true");
        }
        journal.append(Entry.Kind.NOT_TOLD, entry.session(), null, detail);
    }

    private HttpRequest request(Entry entry, String url) {
        String body = Json.write(accounts.find(entry.session())
                .map(account -> paidIn(entry, account))
                .orElseGet(() -> Map.of(
                        "id", entry.eventId(),
                        "type", "payment." + entry.kind().name().toLowerCase(Locale.ROOT),
                        "at", entry.at(),
                        "data", book.require(entry.session()).view(book.now(), publicUrl))));
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(Loopback.reachable(URI.create(url)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", entry.eventId())
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header("webhook-signature", signature.of(entry.eventId(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Loopback.hostHeader(URI.create(url)).ifPresent(host -> request.header("Host", host));
        return request.build();
    }

    private static Map<String, Object> paidIn(Entry entry, Account account) {
        return Map.of(
                "id", entry.eventId(),
                "type", "account.paid",
                "at", entry.at(),
                "account", account,
                "paid", entry.amount(),
                "payer", entry.text("payer"));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
