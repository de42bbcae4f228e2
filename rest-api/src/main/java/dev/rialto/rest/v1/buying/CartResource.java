package dev.rialto.rest.v1.buying;

import dev.rialto.checkout.AddToCart;
import dev.rialto.checkout.Carts;
import dev.rialto.gateway.Turns;
import dev.rialto.kernel.Caller;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.MayMatch;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cart of a shopper at the storefront; of nobody else. */
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CartResource {
    @Inject
    Carts carts;

    @Inject
    Sessions sessions;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Inject
    Turns turns;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The key to a new cart. */
    public record CartToken(String cartToken) {
        @Override
        public String toString() {
            return "CartToken";
        }
    }

    /**
     * Who stands behind a cart token, and how many pieces the cart has.
     *
     * @param wished goods on the member's wish list; missing when the member's token is not given as well
     */
    public record Session(
            boolean signedIn,
            @Nullable String name,
            int cartCount,
            @Nullable String language,
            @Nullable String currency,
            @Nullable List<String> wished) {}

    /** Goods to put in. */
    public record NewLine(String variantId, int quantity) {}

    /** Another quantity. */
    public record Quantity(int quantity) {}

    /** The code of a coupon. */
    public record TypedCoupon(String code) {}

    /** A cart for a guest. */
    @POST
    @Path("/carts")
    @Consumes(MediaType.WILDCARD)
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(value = CartToken.class, status = 201)
    public Response startCart() {
        ShopCall call = calls.open(request);
        String token = sessions.startGuest(Caller.worker(call.shopper().traceId()), call.siteId());
        return Response.status(Response.Status.CREATED)
                .entity(new CartToken(token))
                .build();
    }

    /** What stands behind the cart token. */
    @GET
    @Path("/session")
    @Scope("cart:write")
    @Kind("session")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Session.class)
    public Session session() {
        ShopCall call = calls.open(request);
        SessionView session = calls.session(call, request.getHeader(ShopCalls.CART))
                .orElseThrow(GatewayError.INVALID_CART_TOKEN::now);
        return new Session(
                session.isSignedIn(),
                session.name(),
                session.cartCount(),
                session.language(),
                session.currency(),
                calls.isMembers(call, request.getHeader(ShopCalls.MEMBER), session) ? wished(session) : null);
    }

    private static List<String> wished(SessionView session) {
        return session.wished().stream()
                .map(goods -> Wire.text(Wire.GOODS, goods))
                .sorted()
                .toList();
    }

    /** Signs out: the cart token opens nothing any more. */
    @DELETE
    @Path("/session")
    @Scope("cart:write")
    @Kind("session")
    @Acts(Acts.Name.SHOPPER)
    @Answers(value = void.class, status = 204)
    public Response signOut() {
        ShopCall call = calls.open(request);
        String token = request.getHeader(ShopCalls.CART);
        calls.session(call, token)
                .ifPresent(session -> sessions.signOut(call.shopper(), java.util.Objects.requireNonNull(token)));
        return Response.noContent().build();
    }

    /** The cart with today's prices and stock. */
    @GET
    @Path("/cart")
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Cart.class)
    public Response cart(@Context Request conditions) {
        ShopCall call = calls.of(request);
        call.owner();
        Cart cart = seen(call);
        return Conditional.json(conditions, cart, Baskets.chosen(cart));
    }

    /** Puts goods in; the same goods again add up. */
    @POST
    @Path("/cart/lines")
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(Cart.class)
    public Response addLine(NewLine line) {
        ShopCall call = calls.of(request);
        Factor.note(request, "variant", line.variantId());
        Factor.note(request, "quantity", line.quantity());
        AddToCart wanted = new AddToCart(
                call.siteId(),
                Wire.id(Wire.VARIANT, line.variantId()),
                line.quantity(),
                call.language(),
                call.currency());
        return effects.perhaps(
                request,
                line,
                () -> {
                    carts.add(call.owner(), wanted);
                    return new Effects.Done(200, seen(call), "");
                },
                again -> seen(call));
    }

    /** Sets the quantity of a line. */
    @PATCH
    @Path("/cart/lines/{line}")
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.SHOPPER)
    @MayMatch
    @Answers(Cart.class)
    public Response changeLine(
            @PathParam("line") String line, @HeaderParam("If-Match") @Nullable String ifMatch, Quantity wanted) {
        ShopCall call = own(line);
        Factor.note(request, "quantity", wanted.quantity());
        return changed(call, ifMatch, () -> carts.change(call.owner(), Wire.id(Wire.LINE, line), wanted.quantity()));
    }

    /** Takes a line out. */
    @DELETE
    @Path("/cart/lines/{line}")
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.SHOPPER)
    @MayMatch
    @Answers(Cart.class)
    public Response removeLine(@PathParam("line") String line, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ShopCall call = own(line);
        return changed(call, ifMatch, () -> carts.remove(call.owner(), Wire.id(Wire.LINE, line)));
    }

    /** Uses a coupon from now on, in the place of another. */
    @PUT
    @Path("/cart/coupon")
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Cart.class)
    public Response useCoupon(@HeaderParam("If-Match") @Nullable String ifMatch, TypedCoupon typed) {
        return withCoupon(ifMatch, typed.code());
    }

    /** Takes the coupon back. */
    @DELETE
    @Path("/cart/coupon")
    @Scope("cart:write")
    @Kind("cart")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Cart.class)
    public Response withoutCoupon(@HeaderParam("If-Match") @Nullable String ifMatch) {
        return withCoupon(ifMatch, "");
    }

    private Response withCoupon(@Nullable String ifMatch, String code) {
        ShopCall call = calls.of(request);
        call.owner();
        Conditional.requireVersion(ifMatch);
        return changed(call, ifMatch, () -> carts.useCoupon(call.owner(), call.visit(), code));
    }

    /** Changes the cart when it is still what the caller has seen. */
    private Response changed(ShopCall call, @Nullable String ifMatch, Runnable change) {
        Cart cart = turns.take(Caller.worker(call.shopper().traceId()), "cart " + call.ownerKey(), () -> {
            Conditional.checkCurrent(ifMatch, Baskets.chosen(view(call)));
            change.run();
            return seen(call);
        });
        return Conditional.changed(cart, Baskets.chosen(cart));
    }

    /** A member has a cart at each storefront: a line of another one's is as good as none. */
    private ShopCall own(String line) {
        ShopCall call = calls.of(request);
        call.owner();
        Factor.note(request, "line", line);
        boolean isHere = view(call).groups().stream()
                .flatMap(group -> group.lines().stream())
                .anyMatch(known -> known.id().equals(line));
        if (!isHere) {
            throw GatewayError.NOT_FOUND.now();
        }
        return call;
    }

    private Cart seen(ShopCall call) {
        Cart cart = view(call);
        Factor.rows(request, cart.count());
        return cart;
    }

    private Cart view(ShopCall call) {
        return Baskets.cart(carts.view(call.owner(), call.siteId(), call.language(), call.currency()));
    }
}
