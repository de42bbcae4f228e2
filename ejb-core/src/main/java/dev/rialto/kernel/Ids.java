package dev.rialto.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids: UUIDv7 inside, prefixed and opaque outside in the TypeID form, e.g. {@code goods_01h455vb4pex5vsknk084sn02q}.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final BigInteger UUID_LIMIT = BigInteger.ONE.shiftLeft(128);

    private Ids() {}

    /** A new id, ordered by time (RFC 9562 version 7). */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The outside form of an id. */
    public static String external(String prefix, UUID id) {
        BigInteger value = new BigInteger(
                1,
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt(value.intValue() & 31);
            value = value.shiftRight(5);
        }
        return prefix + "_" + new String(text);
    }

    /** Reads the outside form; empty when the prefix is another or the text is no id. */
    public static Optional<UUID> parse(String prefix, String text) {
        String start = prefix + "_";
        if (!text.startsWith(start) || text.length() != start.length() + LENGTH) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = start.length(); i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        if (value.compareTo(UUID_LIMIT) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new UUID(value.shiftRight(64).longValue(), value.longValue()));
    }
}
