package dev.rialto.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.rest.RateLimit.Allowance;
import dev.rialto.rest.RateLimit.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A17")
class RateLimitTest {
    private final Hands clock = new Hands();
    private final RateLimit limits = new RateLimit(clock, Map.of(Subject.CREDENTIAL, 2L, Subject.ADDRESS, 3L));

    /** A clock that stands until it is moved. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-02T09:30:15Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void whatIsLeftIsToldUntilNothingIs() {
        Allowance first = limits.take(Subject.CREDENTIAL, "one");
        assertThat(first.policy()).isEqualTo("\"credential\";q=2;w=60");
        assertThat(first.state()).isEqualTo("\"credential\";r=1;t=45");
        assertThat(limits.take(Subject.CREDENTIAL, "one").isUsedUp()).isFalse();
        Allowance third = limits.take(Subject.CREDENTIAL, "one");
        assertThat(third.isUsedUp()).isTrue();
        assertThat(third.state()).isEqualTo("\"credential\";r=0;t=45");
        assertThat(third.resetSeconds()).isEqualTo(45);
    }

    @Test
    void eachIsCountedForItself() {
        for (int i = 0; i < 3; i++) {
            limits.take(Subject.CREDENTIAL, "one");
        }
        assertThat(limits.take(Subject.CREDENTIAL, "other").isUsedUp()).isFalse();
        assertThat(limits.take(Subject.ADDRESS, "one").isUsedUp()).isFalse();
    }

    @Test
    void aNewMinuteBeginsAnew() {
        for (int i = 0; i < 3; i++) {
            limits.take(Subject.CREDENTIAL, "one");
        }
        clock.now = clock.now.plusSeconds(45);
        Allowance fresh = limits.take(Subject.CREDENTIAL, "one");
        assertThat(fresh.isUsedUp()).isFalse();
        assertThat(fresh.resetSeconds()).isEqualTo(60);
    }
}
