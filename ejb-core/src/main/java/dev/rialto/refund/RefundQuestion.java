package dev.rialto.refund;

import dev.rialto.kernel.Money;

/**
 * A refund with what it does to its payment, for whoever decides about it.
 *
 * @param paid what the buyer paid for the whole order
 * @param before what of it went back, or is about to, without this refund
 * @param partTotal the price of the part it is for
 */
public record RefundQuestion(OwedRefund refund, Money paid, Money before, Money partTotal) {
    /** What will have gone back with this refund. */
    public Money after() {
        return before.plus(refund.amount());
    }
}
