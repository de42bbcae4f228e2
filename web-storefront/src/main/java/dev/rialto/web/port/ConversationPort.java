package dev.rialto.web.port;

import java.util.List;

/** What a buyer and the sellers of an order say to each other. */
public interface ConversationPort {

    /** One conversation for each part of an order; none of somebody else's. They count as read from then on. */
    List<Talk> of(Visitor visitor, String orderNumber);

    /**
     * Says something to the seller of a part of an order.
     *
     * @throws dev.rialto.kernel.DomainException naming {@code message} when it cannot be taken; when the talk is over
     */
    void write(Visitor visitor, String orderNumber, String partId, String message);

    /**
     * Brings the conversation before the mall.
     *
     * @throws dev.rialto.kernel.DomainException naming {@code reason} when it cannot be taken; when it is there already
     */
    void dispute(Visitor visitor, String orderNumber, String partId, String reason);
}
