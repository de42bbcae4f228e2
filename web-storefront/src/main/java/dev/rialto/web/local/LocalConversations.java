package dev.rialto.web.local;

import dev.rialto.conversation.ConversationView;
import dev.rialto.conversation.Conversations;
import dev.rialto.web.port.ConversationPort;
import dev.rialto.web.port.Talk;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The conversations of this process. */
@ApplicationScoped
class LocalConversations implements ConversationPort {
    private static final String PART = "part";

    @Inject
    private Conversations conversations;

    @Override
    public List<Talk> of(Visitor visitor, String orderNumber) {
        return conversations.ofOrder(Wire.caller(visitor), orderNumber).stream()
                .map(LocalConversations::talk)
                .toList();
    }

    @Override
    public void write(Visitor visitor, String orderNumber, String partId, String message) {
        conversations.write(Wire.caller(visitor), Wire.id(PART, partId), message);
    }

    @Override
    public void dispute(Visitor visitor, String orderNumber, String partId, String reason) {
        conversations.dispute(Wire.caller(visitor), Wire.id(PART, partId), reason);
    }

    private static Talk talk(ConversationView view) {
        return new Talk(
                Wire.text(PART, view.subOrderId()),
                view.number(),
                view.sellerName(),
                view.state().stored(),
                view.unread(),
                view.answerDueAt(),
                view.decidedFor() == null ? null : view.decidedFor().stored(),
                view.messages().stream()
                        .map(message -> new Talk.Message(
                                message.author().stored(),
                                message.kind().name().toLowerCase(Locale.ROOT),
                                message.body(),
                                message.at()))
                        .toList());
    }
}
