package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.port.Buyer;
import dev.rialto.web.port.CheckoutForm;
import dev.rialto.web.port.CheckoutPort;
import dev.rialto.web.port.Offer;
import dev.rialto.web.port.PayOutcome;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the cart to the order; the price is the mall's, and what is paid is what was shown (A26). */
@ApplicationScoped
class GatewayCheckout implements CheckoutPort {
    private static final String ROOT = "/checkout";

    @Inject
    private Gateway gateway;

    @Inject
    private NodeSettings settings;

    @Inject
    private Attempts attempts;

    @Inject
    private ShownTotals shown;

    private record Kept(List<FieldError> errors) {}

    private record Payment(
            String fingerprint, String method, @Nullable String bankId, Money expectedTotal, String returnAddress) {}

    private record Key(String key) {}

    @Override
    public CheckoutForm open(Visitor visitor) {
        requireCart(visitor);
        return gateway.read(Gateway.of(visitor, Ask.get(ROOT)), CheckoutForm.class);
    }

    private static void requireCart(Visitor visitor) {
        if (visitor.token() == null) {
            throw GatewayProblem.of("cart_empty", ErrorKind.CONFLICT);
        }
    }

    @Override
    public List<FieldError> save(Visitor visitor, Buyer buyer) {
        requireCart(visitor);
        return gateway.act(Gateway.of(visitor, Ask.of("PUT", ROOT + "/details", buyer)), Kept.class)
                .errors();
    }

    @Override
    public Offer offer(Visitor visitor) {
        requireCart(visitor);
        Offer offer = gateway.act(Gateway.of(visitor, Ask.of("POST", ROOT + "/offer")), Offer.class);
        shown.keep(visitor, offer);
        return offer;
    }

    /** The mall computes the total again and refuses one that the buyer did not see. */
    @Override
    public PayOutcome pay(Visitor visitor, String fingerprint, String method, @Nullable String bankId) {
        requireCart(visitor);
        Optional<Money> total = shown.of(visitor, fingerprint);
        if (total.isEmpty()) {
            return new PayOutcome.Changed();
        }
        String way = method.equals("deposit") || method.equals("wallet") ? method : "card";
        Payment payment = new Payment(
                fingerprint,
                way,
                way.equals("deposit") ? bankId : null,
                total.get(),
                settings.address() + "/checkout/pay");
        String wish = visitor.token() + ' ' + fingerprint + ' ' + way + ' ' + payment.bankId();
        return paid(visitor, payment, wish);
    }

    private PayOutcome paid(Visitor visitor, Payment payment, String wish) {
        Ask ask = Gateway.of(visitor, Ask.of("POST", ROOT + "/payment", payment))
                .with("Idempotency-Key", attempts.keyOf(wish));
        try {
            PayOutcome outcome = gateway.act(ask, WireOutcome.class).result();
            attempts.answered(wish);
            return outcome;
        } catch (DomainException refused) {
            return refusal(refused, wish);
        }
    }

    private PayOutcome refusal(DomainException refused, String wish) {
        String code = refused.code().code();
        if (GatewayProblem.isUnavailability(refused) || code.equals("still_running")) {
            return new PayOutcome.Unanswered();
        }
        attempts.answered(wish);
        if (code.equals("price_changed")) {
            return new PayOutcome.Changed();
        }
        throw refused;
    }

    @Override
    public PayOutcome outcome(Visitor visitor, String paymentId, String key) {
        Ask ask = Ask.of("POST", "/payments/" + Ask.encoded(paymentId) + "/outcome", new Key(key));
        return gateway.act(Gateway.of(visitor, ask), WireOutcome.class).result();
    }
}
