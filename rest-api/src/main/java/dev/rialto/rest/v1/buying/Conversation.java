package dev.rialto.rest.v1.buying;

import dev.rialto.conversation.ConversationView;
import dev.rialto.rest.v1.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What buyer and seller say to each other about one part of an order.
 *
 * @param partNumber number of the part
 * @param state open, disputed or decided
 * @param unread messages that the buyer had not seen before
 * @param answerDueAt until when the seller should answer; null when nobody waits
 * @param decidedFor buyer or seller; null before the mall has decided
 */
public record Conversation(
        String partId,
        String partNumber,
        String sellerName,
        String state,
        int unread,
        @Nullable Instant answerDueAt,
        @Nullable String decidedFor,
        List<Message> messages) {
    public Conversation {
        messages = List.copyOf(messages);
    }

    /**
     * Something said.
     *
     * @param author buyer, seller or mall
     * @param kind message, dispute or decision
     */
    public record Message(String author, String kind, String body, Instant at) {}

    static Conversation of(ConversationView view) {
        return new Conversation(
                Wire.text(Wire.PART, view.subOrderId()),
                view.number(),
                view.sellerName(),
                view.state().stored(),
                view.unread(),
                view.answerDueAt(),
                view.decidedFor() == null ? null : view.decidedFor().stored(),
                view.messages().stream().map(Conversation::message).toList());
    }

    private static Message message(ConversationView.Message said) {
        return new Message(said.author().stored(), said.kind().name().toLowerCase(Locale.ROOT), said.body(), said.at());
    }
}
