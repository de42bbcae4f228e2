package dev.rialto.web.port;

import java.util.List;

/**
 * What a buyer wants to send back.
 *
 * @param ground withdrawal or fault
 * @param wish refund or exchange
 */
public record ReturnRequest(
        String orderNumber, String part, String ground, String wish, String reason, List<Item> items) {
    public ReturnRequest {
        items = List.copyOf(items);
    }

    /**
     * Pieces of one line.
     *
     * @param replacement id of the variant wanted instead; empty for none
     */
    public record Item(String line, int quantity, String replacement) {}
}
