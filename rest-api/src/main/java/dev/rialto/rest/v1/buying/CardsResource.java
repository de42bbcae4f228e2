package dev.rialto.rest.v1.buying;

import dev.rialto.cardsale.BoughtCards;
import dev.rialto.platform.Settings;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The cards of orders that the shopper placed at the storefront, and their codes (E20, E38). */
@Path("/v1/orders/{number}/cards")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CardsResource {
    private static final Set<String> OVER = Set.of("used", "void", "expired");

    @Inject
    BoughtCards cards;

    @Inject
    OwnOrders own;

    @Inject
    Settings settings;

    @Inject
    ShopCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The cards of an order. */
    public record OrderCards(List<BoughtCard> items) {}

    /** A code in clear. */
    public record CardCode(String code) {
        @Override
        public String toString() {
            return "CardCode";
        }
    }

    /** The cards that came with an order, without their codes. */
    @GET
    @Scope("orders:read")
    @Kind("cards")
    @Acts(Acts.Name.SHOPPER)
    @Answers(OrderCards.class)
    public OrderCards orderCards(@PathParam("number") String number) {
        ShopCall call = calls.of(request);
        own.find(request, call, number);
        List<BoughtCard> items =
                cards.of(call.owner(), number).stream().map(this::card).toList();
        Factor.rows(request, items.size());
        return new OrderCards(items);
    }

    /** The code of a card in clear; that it was shown is kept with the code. */
    @POST
    @Path("/{card}/code")
    @Consumes(MediaType.WILDCARD)
    @Scope("orders:write")
    @Kind("cards")
    @Acts(Acts.Name.SHOPPER)
    @Answers(CardCode.class)
    public Response showCardCode(@PathParam("number") String number, @PathParam("card") String card) {
        ShopCall call = calls.of(request);
        own.find(request, call, number);
        Factor.note(request, "card", card);
        String code = cards.show(call.owner(), number, Wire.id(Wire.CARD, card));
        return Response.ok(new CardCode(code))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private BoughtCard card(BoughtCards.View view) {
        String codeState = Wire.orEmpty(view.codeState());
        boolean isOver = view.state().equals("delivered") && OVER.contains(codeState);
        return new BoughtCard(
                Wire.text(Wire.CARD, view.id()),
                isOver ? codeState : view.state(),
                view.texts(),
                view.lastFour(),
                view.readable(),
                view.expiresAt(),
                view.fallback() != null,
                view.account(),
                view.providerNumber(),
                view.host() == null ? null : settings.address(view.host(), "/recharge"));
    }
}
