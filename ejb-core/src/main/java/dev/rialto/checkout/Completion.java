package dev.rialto.checkout;

import dev.rialto.order.PlacedOrder;

/** What became of a card payment. */
public sealed interface Completion {
    /** The order is made; the same answer however often it is asked. */
    record Placed(PlacedOrder order) implements Completion {}

    /** The card was refused; nothing was charged, and another may be tried. */
    record Declined(String reason) implements Completion {}

    /** The gateway has not said yet. */
    record Waiting() implements Completion {}

    /**
     * The payment was approved but no order came of it; it was given back.
     *
     * @param reason sold_out or superseded
     */
    record Voided(String reason) implements Completion {}
}
