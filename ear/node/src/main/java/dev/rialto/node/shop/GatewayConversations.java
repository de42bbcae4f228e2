package dev.rialto.node.shop;

import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.web.port.ConversationPort;
import dev.rialto.web.port.Talk;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What buyers and the seller say to each other about orders, which the mall keeps and, when asked, decides (A13). */
@ApplicationScoped
class GatewayConversations implements ConversationPort {
    private static final String CONVERSATIONS = "/conversations";

    @Inject
    private Gateway gateway;

    @Inject
    private Deeds deeds;

    private record Talks(List<Talk> items) {}

    private record TypedMessage(String message) {}

    private record TypedDispute(String reason) {}

    @Override
    public List<Talk> of(Visitor visitor, String orderNumber) {
        Ask ask = Ask.get(OrderHolder.address(orderNumber) + CONVERSATIONS);
        return gateway.lookedUp(OrderHolder.by(visitor, ask), Talks.class)
                .map(Talks::items)
                .orElse(List.of());
    }

    @Override
    public void write(Visitor visitor, String orderNumber, String partId, String message) {
        Ask ask = Ask.of("POST", about(orderNumber, partId) + "/messages", new TypedMessage(message));
        deeds.once(visitor, "message " + partId + ' ' + message, OrderHolder.by(visitor, ask));
    }

    @Override
    public void dispute(Visitor visitor, String orderNumber, String partId, String reason) {
        Ask ask = Ask.of("POST", about(orderNumber, partId) + "/dispute", new TypedDispute(reason));
        deeds.once(visitor, "dispute " + partId + ' ' + reason, OrderHolder.by(visitor, ask));
    }

    private static String about(String orderNumber, String partId) {
        return OrderHolder.address(orderNumber) + CONVERSATIONS + '/' + Ask.encoded(partId);
    }
}
