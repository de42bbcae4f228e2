package dev.rialto.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param number of the sub-order
 * @param unread messages that the reader's side has not seen
 * @param lastText beginning of what was said last
 * @param answerDueAt until when the seller should answer; null when nobody waits
 */
public record ConversationSummary(
        UUID id,
        String number,
        String sellerName,
        @Nullable String buyerName,
        ConversationState state,
        int unread,
        String lastText,
        Instant lastAt,
        @Nullable Instant answerDueAt) {}
