package dev.rialto.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures as Standard Webhooks lays them down: HMAC-SHA256 over {@code id.timestamp.body}, at most five minutes
 * old or ahead.
 *
 * @param secrets {@code whsec_} and base 64; several, separated by commas, while one is being replaced
 */
record WebhookSignature(String secrets, Clock clock) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    /** Throws {@link PaymentError#BAD_SIGNATURE} when it is not the sender's own, or too old. */
    void check(CallBack callBack) {
        String id = callBack.header("webhook-id").orElse("");
        String timestamp = callBack.header("webhook-timestamp").orElse("");
        String given = callBack.header("webhook-signature").orElse("");
        boolean isOurs = Arrays.stream(secrets.split(","))
                .map(secret -> sign(secret.strip(), id + "." + timestamp + "." + callBack.body()))
                .anyMatch(expected -> holds(given, expected));
        if (!isOurs || !isTimely(timestamp)) {
            throw PaymentError.BAD_SIGNATURE.now();
        }
    }

    private static boolean holds(String given, String expected) {
        return Arrays.stream(given.split(" "))
                .anyMatch(one -> MessageDigest.isEqual(
                        one.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isTimely(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    static String sign(String secret, String content) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
