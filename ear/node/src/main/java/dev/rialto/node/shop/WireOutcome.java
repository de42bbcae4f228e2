package dev.rialto.node.shop;

import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.PayOutcome;
import org.jspecify.annotations.Nullable;

/** What came of the wish to pay, as the gateway writes it. */
record WireOutcome(
        String outcome,
        @Nullable String paymentId,
        @Nullable String address,
        @Nullable String orderNumber,
        @Nullable String key,
        @Nullable String reason) {

    PayOutcome result() {
        return switch (outcome) {
            case "card_page" -> new PayOutcome.CardPage(told(paymentId), told(address));
            case "placed" -> new PayOutcome.Placed(told(orderNumber), key);
            case "changed" -> new PayOutcome.Changed();
            case "sold_out" -> new PayOutcome.SoldOut();
            case "declined" -> new PayOutcome.Declined(told(reason));
            case "given_back" -> new PayOutcome.GivenBack(told(reason));
            case "waiting" -> new PayOutcome.Waiting(told(paymentId));
            default -> throw GatewayProblem.unavailable();
        };
    }

    private static String told(@Nullable String text) {
        if (text == null) {
            throw GatewayProblem.unavailable();
        }
        return text;
    }
}
