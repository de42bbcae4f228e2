package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls per minute and credential, counted in this process ({@code rialto.api.calls-per-minute}, 6000 by default). */
@ApplicationScoped
public class RateLimit {
    private static final long WINDOW_SECONDS = 60;
    private static final long USUAL_LIMIT = 6000;
    private static final int MOST_WINDOWS = 10_000;

    private final Clock clock;
    private final long limit;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** Refusals for calling too often. */
    public enum RateLimitError implements ErrorCode {
        /** More calls in a minute than the credential may make. */
        TOO_MANY_CALLS;

        @Override
        public ErrorKind kind() {
            return ErrorKind.THROTTLED;
        }
    }

    @Inject
    public RateLimit(Clock clock) {
        this.clock = clock;
        this.limit = ConfigProvider.getConfig()
                .getOptionalValue("rialto.api.calls-per-minute", Long.class)
                .orElse(USUAL_LIMIT);
    }

    /** For the proxy of the container. */
    protected RateLimit() {
        this.clock = Clock.systemUTC();
        this.limit = USUAL_LIMIT;
    }

    /**
     * Counts one call.
     *
     * @throws DomainException {@link RateLimitError#TOO_MANY_CALLS}
     */
    Allowance take(String credential) {
        long second = clock.instant().getEpochSecond();
        long start = second - second % WINDOW_SECONDS;
        if (windows.size() > MOST_WINDOWS) {
            windows.clear();
        }
        Window window = windows.compute(
                credential, (key, known) -> known != null && known.start() == start ? known : new Window(start));
        long left = limit - window.calls().incrementAndGet();
        if (left < 0) {
            throw new DomainException(RateLimitError.TOO_MANY_CALLS);
        }
        return new Allowance(limit, left, start + WINDOW_SECONDS - second);
    }

    private record Window(long start, AtomicLong calls) {
        Window(long start) {
            this(start, new AtomicLong());
        }
    }

    /** What is left, in the fields of the RateLimit header draft. */
    record Allowance(long limit, long left, long resetSeconds) {
        String policy() {
            return "\"default\";q=" + limit + ";w=" + WINDOW_SECONDS;
        }

        String state() {
            return "\"default\";r=" + left + ";t=" + resetSeconds;
        }
    }
}
