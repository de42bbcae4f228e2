package dev.rialto.recharge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that have used up their tries, or their only one while many guess, as far as this process knows: whoever goes on
 * trying there costs the database nothing (E23). A solved challenge is judged nevertheless.
 */
@ApplicationScoped
class BarredAddresses {
    private static final int MOST = 100_000;

    private final Cache<String, Instant> ends;
    private final Clock clock;

    @Inject
    BarredAddresses(Clock clock) {
        this.ends = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Recharges.WINDOW)
                .build();
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    BarredAddresses() {
        this.ends = null;
        this.clock = null;
    }

    boolean isBarred(@Nullable String address) {
        Instant end = address == null ? null : ends.getIfPresent(address);
        return end != null && clock.instant().isBefore(end);
    }

    void bar(String address, Instant until) {
        ends.put(address, until);
    }

    void free(@Nullable String address) {
        if (address != null) {
            ends.invalidate(address);
        }
    }
}
