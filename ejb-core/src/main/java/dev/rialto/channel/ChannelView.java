package dev.rialto.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is listed.
 *
 * @param depth 0 for the one that looks, or for one at the top when the mall looks
 * @param state of the seller that it is: active, suspended, closed
 * @param host where its own shop answers, if it has one
 */
public record ChannelView(
        UUID id,
        @Nullable UUID parentId,
        @Nullable String parentName,
        int depth,
        String name,
        String email,
        String state,
        @Nullable String host,
        Instant openedAt) {}
