package dev.rialto.conversation;

import java.util.UUID;

/**
 * What the mall decides about a dispute.
 *
 * @param favour buyer or seller
 * @param reason told to both
 * @param version of the conversation that was read
 */
public record Decision(UUID conversationId, Side favour, String reason, long version) {
    public Decision {
        if (favour == Side.MALL) {
            throw new IllegalArgumentException("a dispute is decided for the buyer or the seller");
        }
    }
}
