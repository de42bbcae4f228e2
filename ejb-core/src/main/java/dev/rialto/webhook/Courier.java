package dev.rialto.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends due news. Every endpoint is served by itself, so that a slow or dead receiver keeps nobody else waiting. To be
 * called outside of any transaction: each claim and each outcome has its own.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private static final Duration TURN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 10;
    private static final int ENDPOINTS_AT_ONCE = 16;
    private static final int LAST_GOOD = 299;
    private static final int FIRST_GOOD = 200;

    private final Dispatches dispatches;
    private final Outgoing outgoing;
    private final Secrets secrets;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(ENDPOINTS_AT_ONCE);

    @Inject
    public Courier(Dispatches dispatches, Outgoing outgoing, Secrets secrets, Clock clock) {
        this.dispatches = dispatches;
        this.outgoing = outgoing;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Courier() {
        this(null, null, null, null);
    }

    /**
     * Serves endpoints for which something is due, each on a thread of its own, and does not wait for them.
     *
     * @param caller a worker
     * @return how many endpoints were taken
     */
    public int deliverDue(Caller caller, Executor threads) {
        int free = slots.drainPermits();
        List<Addressee> taken = free == 0 ? List.of() : dispatches.takeEndpoints(caller, free);
        slots.release(free - taken.size());
        taken.forEach(to -> threads.execute(() -> {
            try {
                serve(caller, to);
            } finally {
                slots.release();
            }
        }));
        return taken.size();
    }

    /** What fails here must not end the thread's pool: the lease ends by itself and the news is tried again. */
    private void serve(Caller caller, Addressee to) {
        try {
            List<byte[]> keys = keys(to);
            Instant until = clock.instant().plus(TURN);
            int failures = to.failures();
            boolean more = true;
            while (more && clock.instant().isBefore(until)) {
                List<NewsInHand> claimed = dispatches.claim(caller, to.id(), failures == 0 ? AT_ONCE : 1);
                failures = claimed.isEmpty() ? 0 : send(caller, to, keys, claimed);
                more = !claimed.isEmpty() && failures == 0;
            }
            dispatches.release(caller, to.id());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "webhook " + to.id() + " could not be served and will be tried again");
        }
    }

    /** Sends until one fails; what was not tried goes back. */
    private int send(Caller caller, Addressee to, List<byte[]> keys, List<NewsInHand> claimed) {
        int failures = 0;
        int tried = 0;
        while (tried < claimed.size() && failures == 0) {
            failures = dispatches.settle(caller, to, sendOne(to, keys, claimed.get(tried)));
            tried++;
        }
        if (tried < claimed.size()) {
            dispatches.putBack(caller, claimed.subList(tried, claimed.size()));
        }
        return failures;
    }

    private List<byte[]> keys(Addressee to) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(secrets.open(to.secret()));
        if (to.previousSecret() != null
                && to.previousUntil() != null
                && to.previousUntil().isAfter(clock.instant())) {
            keys.add(secrets.open(to.previousSecret()));
        }
        return keys;
    }

    private Try sendOne(Addressee to, List<byte[]> keys, NewsInHand news) {
        Instant at = clock.instant();
        byte[] body = news.event().body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Signature.headers(news.event().wireId(), at, body, keys);
        long start = System.nanoTime();
        try {
            Outgoing.Answer answer = outgoing.post(to.url(), headers, body);
            boolean taken = answer.status() >= FIRST_GOOD && answer.status() <= LAST_GOOD;
            String error = taken ? null : "status_" + answer.status();
            LOG.fine(() -> "webhook " + to.id() + " answered " + answer.status());
            return new Try(
                    news.dispatchId(),
                    news.attempts(),
                    at,
                    millisSince(start),
                    headers,
                    answer.status(),
                    error,
                    answer.body(),
                    seconds(answer.retryAfter()));
        } catch (Outgoing.Failed e) {
            return new Try(news.dispatchId(), news.attempts(), at, millisSince(start), headers, null, e.code(), "", 0);
        }
    }

    private static int millisSince(long start) {
        return (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static long seconds(String retryAfter) {
        return retryAfter.matches("\\d{1,9}") ? Long.parseLong(retryAfter) : 0;
    }
}
