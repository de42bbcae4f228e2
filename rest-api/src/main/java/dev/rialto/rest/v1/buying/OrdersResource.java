package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Caller;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderHeadline;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.returns.Returns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Orders that were placed at the storefront and are the shopper's own: by account, cart or the key of the mail (A32). */
@Path("/v1/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrdersResource {
    @Inject
    Orders orders;

    @Inject
    OwnOrders own;

    @Inject
    OrderDesk desk;

    @Inject
    Returns returns;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** A member's orders at this storefront, newest first. */
    public record OrderList(List<OrderSummary> items) {}

    /** What may come back. */
    public record Offers(List<ReturnOffer> items) {}

    /** What is on its way back. */
    public record OrderReturns(List<OrderReturn> items) {}

    /** The member's orders at this storefront, newest first. */
    @GET
    @Scope("orders:read")
    @Kind("orders")
    @Acts(Acts.Name.MEMBER)
    @Answers(OrderList.class)
    public Response orders(@Context Request conditions) {
        ShopCall call = calls.of(request);
        Caller member = call.member();
        List<OrderSummary> mine = orders.mine(member, call.siteId()).stream()
                .map(OrdersResource::summary)
                .toList();
        Factor.rows(request, mine.size());
        return Conditional.json(conditions, new OrderList(mine));
    }

    private static OrderSummary summary(OrderHeadline order) {
        return new OrderSummary(
                order.number(),
                order.state().name().toLowerCase(Locale.ROOT),
                order.placedAt(),
                order.total(),
                order.firstTitle(),
                order.lines());
    }

    /** One order with its parts, parcels and what happened so far. */
    @GET
    @Path("/{number}")
    @Scope("orders:read")
    @Kind("order")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Order.class)
    public Response order(@PathParam("number") String number, @Context Request conditions) {
        OrderView order = own(calls.of(request), number);
        return Conditional.json(conditions, Purchases.order(order));
    }

    private OrderView own(ShopCall call, String number) {
        return own.find(request, call, number);
    }

    /** Calls an order off that was not shipped; what was paid goes back. */
    @POST
    @Path("/{number}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Scope("orders:write")
    @Kind("order")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(Order.class)
    public Response cancelOrder(@PathParam("number") String number) {
        ShopCall call = calls.of(request);
        own(call, number);
        List<UUID> owed = new ArrayList<>();
        Response answer = effects.once(
                request,
                Effects.NOTHING,
                () -> {
                    owed.addAll(desk.callOff(call.owner(), number));
                    return new Effects.Done(200, Purchases.order(own(call, number)), number);
                },
                again -> Purchases.order(own(call, again)));
        desk.payBack(call.shopper(), owed);
        return answer;
    }

    /** What of an order may come back, by seller. */
    @GET
    @Path("/{number}/return-offers")
    @Scope("orders:read")
    @Kind("returns")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Offers.class)
    public Offers returnOffers(@PathParam("number") String number) {
        ShopCall call = calls.of(request);
        own(call, number);
        return new Offers(returns.returnable(call.owner(), number).stream()
                .map(ReturnForms::offer)
                .toList());
    }

    /** The returns of an order, oldest first. */
    @GET
    @Path("/{number}/returns")
    @Scope("orders:read")
    @Kind("returns")
    @Acts(Acts.Name.SHOPPER)
    @Answers(OrderReturns.class)
    public OrderReturns returns(@PathParam("number") String number) {
        ShopCall call = calls.of(request);
        own(call, number);
        return seen(call, number);
    }

    private OrderReturns seen(ShopCall call, String number) {
        return new OrderReturns(returns.ofOrder(call.owner(), number).stream()
                .map(ReturnForms::seen)
                .toList());
    }

    /** Asks for a return. */
    @POST
    @Path("/{number}/returns")
    @Scope("orders:write")
    @Kind("returns")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = OrderReturns.class, status = 201)
    public Response askForReturn(@PathParam("number") String number, TypedReturn wanted) {
        ShopCall call = calls.of(request);
        own(call, number);
        return effects.once(
                request,
                wanted,
                () -> {
                    returns.request(call.owner(), ReturnForms.request(number, wanted));
                    return new Effects.Done(201, seen(call, number), number);
                },
                again -> seen(call, again));
    }

    /** Calls a return off, as long as nothing of it was received. */
    @POST
    @Path("/{number}/returns/{return}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Scope("orders:write")
    @Kind("returns")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(OrderReturns.class)
    public Response callReturnOff(@PathParam("number") String number, @PathParam("return") String returned) {
        ShopCall call = calls.of(request);
        own(call, number);
        Factor.note(request, "return", returned);
        return effects.once(
                request,
                Effects.NOTHING,
                () -> {
                    returns.callOff(call.owner(), number, returned);
                    return new Effects.Done(200, seen(call, number), number);
                },
                again -> seen(call, again));
    }
}
