package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the mall, in UTC; tests may move it forward when the process was started for that. */
@ApplicationScoped
public class MallClock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final boolean movable;

    @Inject
    public MallClock(Settings settings) {
        this.movable = settings.testClock();
    }

    /** For the proxy of the container. */
    protected MallClock() {
        this.movable = false;
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalStateException when this process keeps real time
     */
    public void advance(Duration step) {
        if (!movable) {
            throw new IllegalStateException("this process keeps real time");
        }
        ahead.accumulateAndGet(step, Duration::plus);
    }

    public boolean isMovable() {
        return movable;
    }

    @Produces
    @ApplicationScoped
    MovableClock clock() {
        return new MovableClock(ahead);
    }

    /** The injected {@link Clock}. */
    public static class MovableClock extends Clock {
        private final AtomicReference<Duration> ahead;

        MovableClock(AtomicReference<Duration> ahead) {
            this.ahead = ahead;
        }

        /** For the proxy of the container. */
        protected MovableClock() {
            this(new AtomicReference<>(Duration.ZERO));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead.get());
        }

        @Override
        public Instant instant() {
            // PostgreSQL keeps microseconds: a finer instant would not equal itself after a round trip
            return Clock.systemUTC().instant().plus(ahead.get()).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        }
    }
}
