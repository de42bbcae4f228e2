package dev.rialto.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to send.
 *
 * @param millis how long it took
 * @param requestHeaders as JSON
 * @param status of the answer; null when there was none
 * @param error why it failed; null when it went well
 * @param responseBody the first part of the answer
 */
public record AttemptView(
        UUID id,
        Instant at,
        int millis,
        String requestHeaders,
        @Nullable Integer status,
        @Nullable String error,
        String responseBody) {}
