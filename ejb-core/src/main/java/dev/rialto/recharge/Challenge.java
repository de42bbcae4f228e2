package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Throttle;
import dev.rialto.platform.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A riddle that costs a browser some seconds: a number is wanted with which the riddle's SHA-256 begins with enough zero
 * bits. Each is good once, for ten minutes, and kept nowhere until it is solved (E33).
 */
@ApplicationScoped
class Challenge {
    static final int BITS = 18;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final MasterKey master;
    private final Throttle throttle;
    private final Clock clock;

    @Inject
    Challenge(MasterKey master, Throttle throttle, Clock clock) {
        this.master = master;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Challenge() {
        this(null, null, null);
    }

    /** A fresh riddle: what is to be solved, until when, how hard, and our mark of it. */
    String next() {
        String riddle = Tokens.next().substring(0, 22) + "."
                + clock.instant().plus(LIFE).getEpochSecond() + "." + BITS;
        return riddle + "." + mark(riddle);
    }

    private String mark(String riddle) {
        byte[] mark = master.pseudonym("recharge-challenge", riddle.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mark, 0, 16);
    }

    /** Is this {@code riddle:number} solved, in time, and for the first time? */
    boolean isSolved(Caller worker, String solution) {
        int colon = solution.indexOf(':');
        int last = solution.lastIndexOf('.', Math.max(colon, 0));
        if (last < 0 || solution.length() > 200) {
            return false;
        }
        String riddle = solution.substring(0, last);
        return mark(riddle).equals(solution.substring(last + 1, colon))
                && isInTime(riddle)
                && zeroBits(solution) >= BITS
                && throttle.count(worker, "challenge:" + riddle, LIFE) == 1;
    }

    private boolean isInTime(String riddle) {
        return clock.instant().getEpochSecond() <= Long.parseLong(riddle.split("\\.")[1]);
    }

    private static int zeroBits(String text) {
        byte[] hash = sha256(text);
        int bits = 0;
        for (byte one : hash) {
            if (one != 0) {
                return bits + Integer.numberOfLeadingZeros(one & 0xff) - 24;
            }
            bits += 8;
        }
        return bits;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
