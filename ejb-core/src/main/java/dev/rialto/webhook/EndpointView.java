package dev.rialto.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its owner sees it; without its secret.
 *
 * @param state active or paused
 * @param pausedBecause by_hand, or gone when the receiver said so (410)
 * @param previousUntil until when the replaced secret signs too
 * @param failures tries in a row that failed
 * @param restingUntil nothing is sent until then, because it keeps failing
 * @param waiting news that waits
 */
public record EndpointView(
        UUID id,
        String url,
        String description,
        List<String> types,
        String state,
        @Nullable String pausedBecause,
        @Nullable Instant previousUntil,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant restingUntil,
        long waiting,
        Instant createdAt,
        long version) {
    public EndpointView {
        types = List.copyOf(types);
    }

    public boolean isActive() {
        return state.equals("active");
    }
}
