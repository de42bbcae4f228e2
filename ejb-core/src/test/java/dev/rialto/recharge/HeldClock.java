package dev.rialto.recharge;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Real time until it is held, so that a window of tries does not end while a slow machine is still trying. */
@ApplicationScoped
@Alternative
@Priority(1)
class HeldClock extends Clock {
    private final AtomicReference<@Nullable Instant> held = new AtomicReference<>();

    public void hold() {
        held.set(now());
    }

    /** Goes on by so much while it is held. */
    public void move(Duration on) {
        held.updateAndGet(at -> at == null ? null : at.plus(on));
    }

    public void release() {
        held.set(null);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant at = held.get();
        return at == null ? now() : at;
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
