package dev.rialto.rest.v1.buying;

import dev.rialto.credential.SignInCodes;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentStart;
import dev.rialto.payment.PaymentView;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.Wire;
import dev.rialto.returns.ExtraStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What came of wishes to pay, told now and told again. */
@ApplicationScoped
class PayAnswers {
    @Inject
    PaymentDesk payments;

    @Inject
    SignInCodes places;

    /**
     * The address that the gateway's page sends the buyer back to; none is the mall's own.
     *
     * @throws DomainException {@link GatewayError#INVALID_BODY} when it is below no address that was registered
     */
    @Nullable
    String back(ShopCall call, @Nullable String address) {
        Caller worker = Caller.worker(call.shopper().traceId());
        if (address != null && !places.isPlaceOf(worker, call.client().credential(), address)) {
            throw GatewayError.INVALID_BODY.because("returnAddress", "not_registered");
        }
        return address;
    }

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
