package dev.rialto.web.port;

import org.jspecify.annotations.Nullable;

/** What came of the wish to pay. */
public sealed interface PayOutcome {

    /** The card is taken on the gateway's own page. */
    record CardPage(String paymentId, String address) implements PayOutcome {}

    /** The order stands. */
    record Placed(String orderNumber, @Nullable String key) implements PayOutcome {}

    /** The offer is not what was shown; it is to be looked at again. */
    record Changed() implements PayOutcome {}

    /** Some lines can no longer be had. */
    record SoldOut() implements PayOutcome {}

    /** The card was declined, or the payment was called off; another try is possible. */
    record Declined(String reason) implements PayOutcome {}

    /** The payment was approved and given back: the goods are gone, or the order was made by another one. */
    record GivenBack(String reason) implements PayOutcome {}

    /** The answer was lost on its way: the order is placed or not, and asking again tells which, without a second one. */
    record Unanswered() implements PayOutcome {}

    /** The gateway has not said yet. */
    record Waiting(String paymentId) implements PayOutcome {}
}
