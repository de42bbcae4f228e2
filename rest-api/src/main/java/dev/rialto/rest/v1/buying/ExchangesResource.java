package dev.rialto.rest.v1.buying;

import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.returns.ExtraPlace;
import dev.rialto.returns.Extras;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Paying what a replacement costs more, before it is sent (D82). */
@Path("/v1/orders/{number}/returns/{return}/payment")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExchangesResource {
    @Inject
    Extras extras;

    @Inject
    OwnOrders own;

    @Inject
    PayAnswers answers;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * The wish to pay a difference.
     *
     * @param returnAddress where the gateway's page sends the buyer back to, below a registered address
     */
    public record DifferencePayment(@Nullable String returnAddress) {}

    /** Opens the card page for what the replacement of a return costs more; once more it is the same page. */
    @POST
    @Scope("orders:write")
    @Kind("payment")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(PayOutcome.class)
    public Response payDifference(
            @PathParam("number") String number, @PathParam("return") String returned, DifferencePayment wanted) {
        ShopCall call = opened(number, returned);
        ExtraPlace place = new ExtraPlace(call.siteId(), call.language(), answers.back(call, wanted.returnAddress()));
        return effects.once(
                request,
                wanted,
                () -> {
                    PayOutcome outcome = PayAnswers.of(extras.pay(call.owner(), number, returned, place), number);
                    return new Effects.Done(200, outcome, outcome.reference());
                },
                reference -> answers.again(request, reference));
    }

    /** What came of that payment; asked again it says the same. */
    @POST
    @Path("/{payment}/outcome")
    @Consumes(MediaType.WILDCARD)
    @Scope("orders:write")
    @Kind("payment")
    @Acts(Acts.Name.SHOPPER)
    @Answers(PayOutcome.class)
    public PayOutcome differenceOutcome(
            @PathParam("number") String number,
            @PathParam("return") String returned,
            @PathParam("payment") String payment) {
        ShopCall call = opened(number, returned);
        Factor.note(request, "payment", payment);
        return switch (extras.comeBack(call.owner(), number, returned, Checkouts.payment(payment))) {
            case PAID -> PayOutcome.placed(number, null);
            case WAITING -> PayOutcome.waiting(payment);
            case UNPAID -> PayOutcome.declined("");
        };
    }

    private ShopCall opened(String number, String returned) {
        ShopCall call = calls.of(request);
        own.find(request, call, number);
        Factor.note(request, "return", returned);
        return call;
    }
}
