package dev.rialto.web.local;

import dev.rialto.checkout.Checkout;
import dev.rialto.checkout.Completion;
import dev.rialto.checkout.PayCheckout;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.Visit;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.FieldError;
import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.virtualaccount.VirtualAccounts;
import dev.rialto.web.port.Buyer;
import dev.rialto.web.port.CheckoutForm;
import dev.rialto.web.port.CheckoutPort;
import dev.rialto.web.port.Offer;
import dev.rialto.web.port.PayOutcome;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checkout of this process. */
@ApplicationScoped
class LocalCheckout implements CheckoutPort {
    @Inject
    private Checkout checkout;

    @Inject
    private VirtualAccounts accounts;

    @Inject
    private PaymentDesk payments;

    @Override
    public CheckoutForm open(Visitor visitor) {
        return Checkouts.form(checkout.open(Wire.caller(visitor), visit(visitor)));
    }

    @Override
    public List<FieldError> save(Visitor visitor, Buyer buyer) {
        return checkout.save(Wire.caller(visitor), visit(visitor), Checkouts.details(buyer));
    }

    @Override
    public Offer offer(Visitor visitor) {
        Caller caller = Wire.caller(visitor);
        List<BankAccountView> banks = accounts.choices(caller, visitor.currency(), visitor.language());
        return Checkouts.offer(checkout.price(caller, visit(visitor)), banks, payments.hostedMethods(caller));
    }

    @Override
    public PayOutcome pay(Visitor visitor, String fingerprint, String method, @Nullable String bankId) {
        PaymentMethod way = way(method);
        return outcome(checkout.pay(
                Wire.caller(visitor),
                new PayCheckout(
                        visit(visitor),
                        fingerprint,
                        way,
                        way == PaymentMethod.DEPOSIT && bankId != null ? Wire.id(Wire.BANK, bankId) : null)));
    }

    private static PaymentMethod way(String method) {
        return switch (method) {
            case "deposit" -> PaymentMethod.DEPOSIT;
            case "wallet" -> PaymentMethod.WALLET;
            default -> PaymentMethod.CARD;
        };
    }

    @Override
    public PayOutcome outcome(Visitor visitor, String paymentId, String key) {
        Completion completion = checkout.comeBack(Wire.caller(visitor), Checkouts.payment(paymentId), key);
        if (completion instanceof Completion.Placed placed) {
            return new PayOutcome.Placed(placed.order().number(), placed.order().key());
        }
        if (completion instanceof Completion.Declined declined) {
            return new PayOutcome.Declined(declined.reason());
        }
        return completion instanceof Completion.Waiting
                ? new PayOutcome.Waiting(paymentId)
                : new PayOutcome.GivenBack(completion instanceof Completion.Voided voided ? voided.reason() : "");
    }

    private static PayOutcome outcome(PayResult result) {
        if (result instanceof PayResult.Redirect page) {
            return new PayOutcome.CardPage(page.paymentId().toString(), page.url());
        }
        if (result instanceof PayResult.Placed placed) {
            return new PayOutcome.Placed(placed.order().number(), placed.order().key());
        }
        if (result instanceof PayResult.SoldOut) {
            return new PayOutcome.SoldOut();
        }
        if (result instanceof PayResult.Declined declined) {
            return new PayOutcome.Declined(declined.reason());
        }
        return result instanceof PayResult.Waiting waiting
                ? new PayOutcome.Waiting(waiting.paymentId().toString())
                : new PayOutcome.Changed();
    }

    private static Visit visit(Visitor visitor) {
        return new Visit(Wire.site(visitor), visitor.language(), visitor.currency());
    }
}
