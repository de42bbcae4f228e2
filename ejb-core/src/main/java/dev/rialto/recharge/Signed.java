package dev.rialto.recharge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of what is said to a provider and heard from it (E37). */
final class Signed {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Signed() {}

    static byte[] hmac(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static String base64(String secret, String content) {
        return Base64.getEncoder().encodeToString(hmac(secret, content));
    }

    static String hex(String secret, String content) {
        return HexFormat.of().formatHex(hmac(secret, content));
    }

    /** Compares without telling by its time where they differ. */
    static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** Was it signed at most five minutes ago, or ahead? */
    static boolean isTimely(String epochSecond, Instant now) {
        return epochSecond.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(epochSecond)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }
}
