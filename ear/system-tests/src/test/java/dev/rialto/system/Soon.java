package dev.rialto.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What every unit hears of within moments: asked again until it is so. */
public final class Soon {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Soon() {}

    public static <T> void is(T expected, Supplier<T> asked) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        T now = asked.get();
        while (!expected.equals(now) && Instant.now().isBefore(limit)) {
            Thread.sleep(100);
            now = asked.get();
        }
        assertThat(now).isEqualTo(expected);
    }
}
