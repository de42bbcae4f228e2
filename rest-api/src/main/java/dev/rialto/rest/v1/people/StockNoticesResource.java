package dev.rialto.rest.v1.people;

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
import dev.rialto.rest.v1.Whence;
import dev.rialto.rest.v1.Wire;
import dev.rialto.wish.AskNotice;
import dev.rialto.wish.StockNotices;
import dev.rialto.wish.WishPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wants to be told when something sold out can be had again (A13, D89). */
@Path("/v1/stock-notices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StockNoticesResource {
    @Inject
    StockNotices notices;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** What a member waits for, or was told of, the latest first. */
    public record Awaited(List<StockNotice> items) {
        public Awaited {
            items = List.copyOf(items);
        }
    }

    /**
     * The wish to be told, as it is typed.
     *
     * @param email of a guest, who confirms it by a mailed link; not read for a member
     * @param place stays the same for one person, such as a keyed hash of the address; limits are counted for it
     */
    public record TypedNotice(
            String variantId,
            @Nullable String email,
            @Nullable String place) {}

    /**
     * How the wish was taken in.
     *
     * @param state waiting for a member; asked for a guest, who has a mail to confirm
     */
    public record Waiting(String state) {}

    /** Asks to be told once when a sold-out variant can be had again. */
    @POST
    @Scope("members:write")
    @Kind("stock_notice")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Waiting.class, status = 201)
    public Response askForNotice(TypedNotice typed) {
        ShopCall call = calls.of(request);
        Factor.note(request, "variant", typed.variantId());
        AskNotice wish = new AskNotice(
                Wire.id(Wire.VARIANT, typed.variantId()),
                new WishPlace(call.siteId(), call.language(), call.currency()),
                Wire.orEmpty(typed.email()),
                Whence.of(request, typed.place()));
        String state = call.shopper().account() == null ? "asked" : "waiting";
        return effects.perhaps(
                request,
                typed,
                () -> {
                    notices.ask(call.shopper(), wish);
                    return new Effects.Done(201, new Waiting(state), state);
                },
                Waiting::new);
    }

    /** What the member waits for, or was told of, the latest first. */
    @GET
    @Scope("members:write")
    @Kind("stock_notice")
    @Acts(Acts.Name.MEMBER)
    @Answers(Awaited.class)
    public Awaited stockNotices() {
        Awaited mine = awaited(call());
        Factor.rows(request, mine.items().size());
        return mine;
    }

    private ShopCall call() {
        ShopCall call = calls.of(request);
        UUID account = java.util.Objects.requireNonNull(call.member().account());
        Factor.note(request, "member", Wire.text(Wire.ACCOUNT, account));
        return call;
    }

    private Awaited awaited(ShopCall call) {
        return new Awaited(notices.mine(call.member(), call.language()).stream()
                .map(StockNotice::of)
                .toList());
    }

    /** Takes one of them back. */
    @DELETE
    @Path("/{notice}")
    @Scope("members:write")
    @Kind("stock_notice")
    @Acts(Acts.Name.MEMBER)
    @Answers(value = void.class, status = 204)
    public Response dropNotice(@PathParam("notice") String notice) {
        ShopCall call = call();
        Factor.note(request, "notice", notice);
        if (awaited(call).items().stream().noneMatch(mine -> mine.id().equals(notice))) {
            throw GatewayError.NOT_FOUND.now();
        }
        notices.cancel(call.member(), Wire.id(StockNotice.PREFIX, notice));
        return Response.noContent().build();
    }
}
