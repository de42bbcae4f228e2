package dev.rialto.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what the card provider says and checks what it hears: HMAC-SHA256 over {@code id.timestamp.body}, in base 64. */
record CardSignature(String secret) {
    private static final long TOLERANCE_SECONDS = 300;

    String of(String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Throws {@link Refusal} when the call is not the merchant's own, or too old. */
    void check(Call call, String content, long nowSecond) {
        String timestamp = call.header("Card-Timestamp");
        byte[] given = call.header("Card-Signature").getBytes(StandardCharsets.UTF_8);
        byte[] expected = of(call.header("Card-Id"), timestamp, content).getBytes(StandardCharsets.UTF_8);
        boolean timely =
                timestamp.matches("\\d{1,12}") && Math.abs(Long.parseLong(timestamp) - nowSecond) <= TOLERANCE_SECONDS;
        if (!timely || !MessageDigest.isEqual(given, expected)) {
            throw new Refusal(401, "bad_signature", "the call is not signed as agreed");
        }
    }
}
