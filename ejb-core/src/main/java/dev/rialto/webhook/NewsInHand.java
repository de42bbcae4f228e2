package dev.rialto.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * News claimed for sending.
 *
 * @param attempts tries so far, this one included
 */
public record NewsInHand(
        UUID dispatchId, int attempts, UUID id, String type, long sequence, String detail, Instant at) {
    NewsEvent event() {
        return new NewsEvent(id, type, sequence, detail, at);
    }
}
