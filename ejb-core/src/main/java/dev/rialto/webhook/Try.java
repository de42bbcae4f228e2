package dev.rialto.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try as it went.
 *
 * @param status of the answer; null when there was none
 * @param error why it failed; null when the news was taken
 * @param retryAfter the receiver's wish in seconds; 0 for none
 */
public record Try(
        UUID dispatchId,
        int attempts,
        Instant at,
        int millis,
        Map<String, String> headers,
        @Nullable Integer status,
        @Nullable String error,
        String responseBody,
        long retryAfter) {
    private static final int GONE = 410;

    boolean wentWell() {
        return error == null;
    }

    /** Did the receiver say that it is there no more? */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
