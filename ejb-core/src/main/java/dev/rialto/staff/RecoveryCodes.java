package dev.rialto.staff;

import dev.rialto.platform.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Codes for the day on which the generator is lost: 50 random bits each, in Crockford base 32, kept by keyed hash. */
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final int LENGTH = 10;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::next).distinct().limit(COUNT).toList();
    }

    private static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Could this be one, as it was typed? */
    static boolean isOne(String typed) {
        return plain(typed).length() == LENGTH;
    }

    /** The stored form; it is another for each account. */
    static String hash(MasterKey key, UUID account, String typed) {
        String bound = account + " " + plain(typed);
        return HexFormat.of().formatHex(key.pseudonym("recovery-code", bound.getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
