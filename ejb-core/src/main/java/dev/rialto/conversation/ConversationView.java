package dev.rialto.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that was said about one sub-order.
 *
 * @param id null while nothing was said
 * @param number of the sub-order
 * @param unread messages that the reader's side had not seen before
 * @param answerDueAt until when the seller should answer; null when nobody waits
 * @param decidedFor whom the mall decided for; null before
 * @param version for a decision
 */
public record ConversationView(
        @Nullable UUID id,
        UUID subOrderId,
        UUID orderId,
        String number,
        String sellerName,
        @Nullable String buyerName,
        ConversationState state,
        int unread,
        @Nullable Instant answerDueAt,
        @Nullable Side decidedFor,
        List<Message> messages,
        long version) {
    public ConversationView {
        messages = List.copyOf(messages);
    }

    /** What a message is. */
    public enum Kind {
        MESSAGE,
        /** The reason why it was brought before the mall. */
        DISPUTE,
        /** The mall's decision. */
        DECISION
    }

    /**
     * Something said.
     *
     * @param accountId who said it, when signed in
     */
    public record Message(
            Side author,
            Kind kind,
            String body,
            Instant at,
            @Nullable UUID accountId) {}

    /** May something be added? */
    public boolean isOpen() {
        return state != ConversationState.DECIDED;
    }
}
