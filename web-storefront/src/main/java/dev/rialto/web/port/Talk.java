package dev.rialto.web.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation about one part of an order.
 *
 * @param partNumber number of the part, which stands in addresses
 * @param state open, disputed, decided
 * @param unread messages that the buyer sees for the first time
 * @param answerDueAt until when the seller should answer; null when nobody waits
 * @param decidedFor buyer or seller; null before the mall has decided
 */
public record Talk(
        String partId,
        String partNumber,
        String sellerName,
        String state,
        int unread,
        @Nullable Instant answerDueAt,
        @Nullable String decidedFor,
        List<Message> messages) {
    public Talk {
        messages = List.copyOf(messages);
    }

    /**
     * Something said.
     *
     * @param author buyer, seller, mall
     * @param kind message, dispute, decision
     */
    public record Message(String author, String kind, String body, Instant at) {}

    public boolean isOver() {
        return state.equals("decided");
    }

    /** May the buyer bring it before the mall? There must be something to read. */
    public boolean isDisputable() {
        return state.equals("open") && !messages.isEmpty();
    }
}
