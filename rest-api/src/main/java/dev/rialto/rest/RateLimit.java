package dev.rialto.rest;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Calls per minute, counted in this process: for each credential ({@code rialto.api.calls-per-minute}, 6000 by default) and
 * for each address ({@code rialto.api.address-calls-per-minute}, 30000 by default).
 */
@ApplicationScoped
public class RateLimit {
    static final long WINDOW_SECONDS = 60;
    private static final long CREDENTIAL_CALLS = 6_000;
    private static final long ADDRESS_CALLS = 30_000;
    private static final int MOST_WINDOWS = 20_000;

    private final Clock clock;
    private final Map<Subject, Long> limits;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** Refusals for calling too often. */
    public enum RateLimitError implements ErrorCode {
        /** More calls in a minute than the credential or the address may make. */
        TOO_MANY_CALLS;

        @Override
        public ErrorKind kind() {
            return ErrorKind.THROTTLED;
        }
    }

    /** What calls are counted for; the names stand in the headers. */
    enum Subject {
        CREDENTIAL,
        ADDRESS;

        String shown() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Inject
    public RateLimit(Clock clock) {
        this(
                clock,
                Map.of(
                        Subject.CREDENTIAL, setting("rialto.api.calls-per-minute", CREDENTIAL_CALLS),
                        Subject.ADDRESS, setting("rialto.api.address-calls-per-minute", ADDRESS_CALLS)));
    }

    RateLimit(Clock clock, Map<Subject, Long> limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** For the proxy of the container. */
    protected RateLimit() {
        this(Clock.systemUTC(), Map.of());
    }

    private static long setting(String key, long usual) {
        long calls =
                ConfigProvider.getConfig().getOptionalValue(key, Long.class).orElse(usual);
        if (calls < 1) {
            throw new IllegalStateException(key + " must be above zero, not " + calls);
        }
        return calls;
    }

    /** Counts one call of somebody. */
    Allowance take(Subject subject, String who) {
        long second = clock.instant().getEpochSecond();
        long start = second - second % WINDOW_SECONDS;
        if (windows.size() > MOST_WINDOWS) {
            windows.values().removeIf(window -> window.start() != start);
        }
        Window window = windows.compute(
                subject.shown() + " " + who,
                (key, known) -> known != null && known.start() == start ? known : new Window(start));
        long limit = limits.getOrDefault(subject, ADDRESS_CALLS);
        return new Allowance(subject, limit, limit - window.calls().incrementAndGet(), start + WINDOW_SECONDS - second);
    }

    private record Window(long start, AtomicLong calls) {
        Window(long start) {
            this(start, new AtomicLong());
        }
    }

    /** What is left; below zero when there is nothing left. In the fields of the RateLimit header draft. */
    record Allowance(Subject subject, long limit, long left, long resetSeconds) {
        boolean isUsedUp() {
            return left < 0;
        }

        String policy() {
            return "\"" + subject.shown() + "\";q=" + limit + ";w=" + WINDOW_SECONDS;
        }

        String state() {
            return "\"" + subject.shown() + "\";r=" + Math.max(0, left) + ";t=" + resetSeconds;
        }
    }
}
