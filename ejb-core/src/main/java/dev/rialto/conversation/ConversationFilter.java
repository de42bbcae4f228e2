package dev.rialto.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What the back office's list shows.
 *
 * @param state only this state; null for all
 * @param unanswered true for those only whose buyer waits for the seller
 * @param text start of an order number, or a part of the buyer's or seller's name; null for all
 * @param cursor from the page before; null for the first
 * @param limit rows a page, 1 to 200
 */
public record ConversationFilter(
        @Nullable ConversationState state,
        boolean unanswered,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {}
