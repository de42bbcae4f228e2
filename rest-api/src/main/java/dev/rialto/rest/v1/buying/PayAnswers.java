package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Caller;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentStart;
import dev.rialto.payment.PaymentView;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.v1.Wire;
import dev.rialto.returns.ExtraStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** What came of wishes to pay, told now and told again. */
@ApplicationScoped
class PayAnswers {
    @Inject
    PaymentDesk payments;

    /** The payment of what a replacement for an order costs more. */
    static PayOutcome of(ExtraStart begun, String orderNumber) {
        String payment = Wire.text(Wire.PAYMENT, begun.payment());
        if (begun.start() instanceof PaymentStart.Redirect page) {
            return PayOutcome.cardPage(payment, page.url());
        }
        if (begun.start() instanceof PaymentStart.Refused refusal) {
            return PayOutcome.declined(refusal.reason());
        }
        return begun.start() instanceof PaymentStart.Paid
                ? PayOutcome.placed(orderNumber, null)
                : PayOutcome.waiting(payment);
    }

    /** The same from what was kept of it: {@link PayOutcome#reference()}. */
    PayOutcome again(HttpServletRequest request, String reference) {
        String[] parts = reference.split(" ", 2);
        if (parts[0].equals("placed")) {
            return PayOutcome.placed(parts[1], null);
        }
        if (parts[0].equals("card_page")) {
            PaymentView payment = payments.view(Caller.worker(RequestIds.of(request)), Wire.id(Wire.PAYMENT, parts[1]));
            return PayOutcome.cardPage(parts[1], payment.hostedUrl());
        }
        return parts[0].equals("waiting") ? PayOutcome.waiting(parts[1]) : PayOutcome.plain(parts[0]);
    }
}
