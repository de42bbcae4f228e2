package dev.rialto.recharge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rialto.platform.Tries;
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
    private final WrongCodes wrongCodes;
    private final Clock clock;

    @Inject
    BarredAddresses(WrongCodes wrongCodes, Clock clock) {
        this.ends = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Recharges.WINDOW)
                .build();
        this.wrongCodes = wrongCodes;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    BarredAddresses() {
        this.ends = null;
        this.wrongCodes = null;
        this.clock = null;
    }

    boolean isBarred(@Nullable String address) {
        Instant end = address == null ? null : ends.getIfPresent(address);
        return end != null && clock.instant().isBefore(end);
    }

    /**
     * Bars an address with too many tries of its own; an account that others try too often bars nobody's.
     *
     * @param last of what was counted, the tries of the address
     */
    void hearTooMany(@Nullable String address, Tries.Tried last) {
        if (address != null && last.tries() > Recharges.TRIES) {
            ends.put(address, last.until());
        }
    }

    /** Bars an address after one wrong code, or wrong verification code, while many guess. */
    void hearRefused(@Nullable String address, Facts.Verdict verdict) {
        boolean guessed = verdict.told() == RechargeError.CODE_REFUSED || verdict.told() == RechargeError.PROOF_REFUSED;
        if (address != null && guessed && wrongCodes.areTooManyWithThis()) {
            ends.put(address, clock.instant().plus(Recharges.WINDOW));
        }
    }

    void free(@Nullable String address) {
        if (address != null) {
            ends.invalidate(address);
        }
    }
}
