package dev.rialto.recharge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * The wrong codes of all addresses together that this process refused lately. While they are more than a crowd of buyers
 * mistypes, an address has one try and then solves a challenge for each (E23, E33).
 */
@ApplicationScoped
class WrongCodes {
    private static final long MINUTE_MILLIS = 60_000;

    private final RechargeSettings settings;
    private final Clock clock;
    private long minute;
    private int inThisMinute;
    private int inTheLast;

    @Inject
    WrongCodes(RechargeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    WrongCodes() {
        this(null, null);
    }

    /** Counts one more, and tells whether there were too many in this minute or the one before. */
    synchronized boolean areTooManyWithThis() {
        long now = Math.floorDiv(clock.millis(), MINUTE_MILLIS);
        if (now != minute) {
            inTheLast = now == minute + 1 ? inThisMinute : 0;
            inThisMinute = 0;
            minute = now;
        }
        inThisMinute++;
        return Math.max(inThisMinute, inTheLast) > settings.wrongCodesPerMinute();
    }
}
