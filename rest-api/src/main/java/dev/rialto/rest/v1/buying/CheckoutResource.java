package dev.rialto.rest.v1.buying;

import dev.rialto.checkout.Checkout;
import dev.rialto.checkout.CheckoutError;
import dev.rialto.checkout.PayCheckout;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentError;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import dev.rialto.virtualaccount.VirtualAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the cart to the order; the price is the gateway's, never the storefront's (A13, A14, A26). */
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CheckoutResource {
    private static final Set<String> WAYS = Set.of("card", "wallet", "deposit");

    @Inject
    Checkout checkout;

    @Inject
    VirtualAccounts accounts;

    @Inject
    PaymentDesk payments;

    @Inject
    PayAnswers answers;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** What is wrong with the details; they are kept all the same. */
    public record Kept(List<FieldError> errors) {}

    /**
     * The wish to pay.
     *
     * @param fingerprint of the offer that was shown
     * @param method card, wallet or deposit
     * @param bankId the account that the buyer transfers to
     * @param expectedTotal what the buyer saw; another price is refused, never charged
     * @param returnAddress where the gateway's page sends the buyer back to, below a registered address
     */
    public record Payment(
            String fingerprint,
            String method,
            @Nullable String bankId,
            Money expectedTotal,
            @Nullable String returnAddress) {}

    /** The key of the address that the card page sent the buyer back to. */
    public record Key(String key) {
        @Override
        public String toString() {
            return "Key";
        }
    }

    /** The first step: goods, delivery choices, what was typed so far. */
    @GET
    @Path("/checkout")
    @Scope("checkout:write")
    @Kind("checkout")
    @Acts(Acts.Name.SHOPPER)
    @Answers(CheckoutForm.class)
    public CheckoutForm checkout() {
        ShopCall call = calls.of(request);
        return Checkouts.form(checkout.open(call.owner(), call.visit()));
    }

    /** Keeps what was typed, errors and all. */
    @PUT
    @Path("/checkout/details")
    @Scope("checkout:write")
    @Kind("checkout")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Kept.class)
    public Kept saveDetails(TypedBuyer typed) {
        ShopCall call = calls.of(request);
        return new Kept(Checkouts.errors(checkout.save(call.owner(), call.visit(), Checkouts.details(typed.buyer()))));
    }

    /** Holds the stock and freezes the price. */
    @POST
    @Path("/checkout/offer")
    @Consumes(MediaType.WILDCARD)
    @Scope("checkout:write")
    @Kind("checkout")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(Offer.class)
    public Response offer() {
        ShopCall call = calls.of(request);
        return effects.perhaps(
                request, Effects.NOTHING, () -> new Effects.Done(200, priced(call), ""), again -> priced(call));
    }

    private Offer priced(ShopCall call) {
        List<BankAccountView> banks =
                accounts.choices(call.owner(), call.currency(), call.visit().language());
        Offer offer = Checkouts.offer(
                checkout.price(call.owner(), call.visit()), banks, payments.hostedMethods(call.owner()));
        Factor.note(request, "fingerprint", offer.fingerprint());
        return offer;
    }

    /** Buys exactly the offer that was shown, at the price that was shown. */
    @POST
    @Path("/checkout/payment")
    @Scope("checkout:write")
    @Kind("order")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(PayOutcome.class)
    public Response pay(Payment wanted) {
        ShopCall call = calls.of(request);
        Factor.note(request, "fingerprint", wanted.fingerprint());
        Factor.note(request, "method", wanted.method());
        Factor.note(request, "expectedTotal", wanted.expectedTotal());
        PayCheckout command = command(call, wanted);
        return effects.once(request, wanted, () -> paid(call, command, wanted), kept -> answers.again(request, kept));
    }

    private PayCheckout command(ShopCall call, Payment wanted) {
        if (!WAYS.contains(wanted.method())) {
            throw GatewayError.INVALID_BODY.because("method", "unknown_value");
        }
        String bank = wanted.bankId();
        return new PayCheckout(
                call.visit(),
                wanted.fingerprint(),
                PaymentMethod.ofStored(wanted.method()),
                bank == null ? null : Wire.id(Wire.BANK, bank),
                answers.back(call, wanted.returnAddress()));
    }

    private Effects.Done paid(ShopCall call, PayCheckout command, Payment wanted) {
        Offer offer = standing(call);
        if (offer != null
                && (!offer.total().equals(wanted.expectedTotal())
                        || !offer.fingerprint().equals(wanted.fingerprint()))) {
            throw GatewayError.PRICE_CHANGED.because("expectedTotal", "changed");
        }
        PayOutcome outcome = PayOutcome.of(checkout.pay(call.owner(), command));
        if (outcome.outcome().equals("changed")) {
            throw GatewayError.PRICE_CHANGED.because("fingerprint", "changed");
        }
        Factor.rows(request, 1);
        return new Effects.Done(200, outcome, outcome.reference());
    }

    /** The offer as it stands now; none once it is paid for, which paying again finds out. */
    private @Nullable Offer standing(ShopCall call) {
        try {
            return Checkouts.offer(checkout.price(call.owner(), call.visit()), List.of(), List.of());
        } catch (DomainException refused) {
            if (refused.code() == CheckoutError.CART_EMPTY || refused.code() == CheckoutError.CART_NOT_READY) {
                return null;
            }
            throw refused;
        }
    }

    /** What came of a card payment; asked again it says the same. */
    @POST
    @Path("/payments/{payment}/outcome")
    @Scope("checkout:write")
    @Kind("payment")
    @Acts(Acts.Name.SHOPPER)
    @Answers(PayOutcome.class)
    public PayOutcome paymentOutcome(@PathParam("payment") String payment, Key key) {
        ShopCall call = calls.of(request);
        UUID id = Checkouts.payment(payment);
        Factor.note(request, "payment", payment);
        if (!payments.view(Caller.worker(call.shopper().traceId()), id).siteId().equals(call.siteId())) {
            throw PaymentError.PAYMENT_NOT_FOUND.now();
        }
        PayOutcome outcome = PayOutcome.of(checkout.comeBack(call.shopper(), id, key.key()), payment);
        Factor.rows(request, 1);
        return outcome;
    }
}
