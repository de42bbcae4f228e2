package dev.rialto.recharge;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A code as it is written: 26 symbols of Crockford's base 32, 130 bits, and his check symbol (E33). What providers hand over
 * may be of another form.
 *
 * @param text in capitals, without separators, I and L as 1, O as 0
 */
public record CodeText(String text) {
    public static final int BITS = 130;
    private static final int SYMBOLS = 26;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECKS = ALPHABET + "*~$=U";
    private static final BigInteger CHECK = BigInteger.valueOf(CHECKS.length());
    private static final int SHORTEST = 12;
    private static final int LONGEST = 64;
    private static final int GROUP = 5;

    /** A new code. */
    public static CodeText random(SecureRandom random) {
        BigInteger value = new BigInteger(BITS, random);
        StringBuilder text = new StringBuilder(SYMBOLS + 1);
        for (int i = SYMBOLS - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(value.shiftRight(GROUP * i).intValue() & 31));
        }
        return new CodeText(
                text.append(CHECKS.charAt(value.mod(CHECK).intValue())).toString());
    }

    /** Reads what somebody typed; empty when no code looks so, or when one of ours was mistyped. */
    public static Optional<CodeText> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean looksSo = plain.length() >= SHORTEST
                && plain.length() <= LONGEST
                && plain.chars().allMatch(symbol -> symbol > ' ' && symbol < 127);
        return looksSo && (plain.length() != SYMBOLS + 1 || isWhole(plain))
                ? Optional.of(new CodeText(plain))
                : Optional.empty();
    }

    private static boolean isWhole(String plain) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < SYMBOLS; i++) {
            int digit = ALPHABET.indexOf(plain.charAt(i));
            if (digit < 0) {
                return false;
            }
            value = value.shiftLeft(GROUP).or(BigInteger.valueOf(digit));
        }
        return CHECKS.charAt(value.mod(CHECK).intValue()) == plain.charAt(SYMBOLS);
    }

    public String lastFour() {
        return text.substring(text.length() - 4);
    }

    /** In groups of five, for people. */
    public String grouped() {
        return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return "code …" + lastFour();
    }
}
