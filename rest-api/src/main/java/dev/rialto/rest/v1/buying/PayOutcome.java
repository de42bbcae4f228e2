package dev.rialto.rest.v1.buying;

import dev.rialto.checkout.Completion;
import dev.rialto.checkout.PayResult;
import dev.rialto.rest.v1.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What came of the wish to pay.
 *
 * @param outcome card_page, placed, changed, sold_out, declined, given_back or waiting
 * @param paymentId of a payment by card
 * @param address of the page that takes the card
 * @param orderNumber of the order placed
 * @param key opens the order to whoever has it; told once
 * @param reason of a card declined or given back
 */
public record PayOutcome(
        String outcome,
        @Nullable String paymentId,
        @Nullable String address,
        @Nullable String orderNumber,
        @Nullable String key,
        @Nullable String reason) {

    static PayOutcome of(PayResult result) {
        if (result instanceof PayResult.Redirect page) {
            return cardPage(Wire.text(Wire.PAYMENT, page.paymentId()), page.url());
        }
        if (result instanceof PayResult.Placed placed) {
            return placed(placed.order().number(), placed.order().key());
        }
        if (result instanceof PayResult.Declined declined) {
            return declined(declined.reason());
        }
        if (result instanceof PayResult.Waiting waiting) {
            return waiting(Wire.text(Wire.PAYMENT, waiting.paymentId()));
        }
        return plain(result instanceof PayResult.SoldOut ? "sold_out" : "changed");
    }

    static PayOutcome of(Completion completion, String payment) {
        if (completion instanceof Completion.Placed placed) {
            return placed(placed.order().number(), placed.order().key());
        }
        if (completion instanceof Completion.Declined declined) {
            return declined(declined.reason());
        }
        return completion instanceof Completion.Voided voided
                ? because("given_back", voided.reason())
                : waiting(payment);
    }

    static PayOutcome cardPage(String payment, @Nullable String address) {
        return new PayOutcome("card_page", payment, address, null, null, null);
    }

    static PayOutcome declined(String reason) {
        return because("declined", reason);
    }

    static PayOutcome placed(String number, @Nullable String key) {
        return new PayOutcome("placed", null, null, number, key, null);
    }

    static PayOutcome waiting(String payment) {
        return new PayOutcome("waiting", payment, null, null, null, null);
    }

    static PayOutcome plain(String outcome) {
        return new PayOutcome(outcome, null, null, null, null, null);
    }

    private static PayOutcome because(String outcome, String reason) {
        return new PayOutcome(outcome, null, null, null, null, reason);
    }

    /** What a twin needs to answer the same: no key and nothing about a person. */
    String reference() {
        return outcome + " " + (paymentId == null ? orderNumber : paymentId);
    }
}
