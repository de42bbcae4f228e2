package dev.rialto.rest.v1.people;

import dev.rialto.kernel.Money;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import dev.rialto.wish.WishError;
import dev.rialto.wish.WishList;
import dev.rialto.wish.WishPlace;
import dev.rialto.wish.WishView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wish list that a member has at the storefront; of nobody else. */
@Path("/v1/member/wishes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WishesResource {
    @Inject
    WishList list;

    @Inject
    ShopCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** What a member would like to have, the latest first. */
    public record Wishes(List<Wish> items) {
        public Wishes {
            items = List.copyOf(items);
        }
    }

    /** The wish list with today's prices and stock. */
    @GET
    @Scope("members:write")
    @Kind("wishes")
    @Acts(Acts.Name.MEMBER)
    @Answers(Wishes.class)
    public Wishes wishes() {
        Wishes wishes =
                new Wishes(seen(call()).stream().map(WishesResource::wish).toList());
        Factor.rows(request, wishes.items().size());
        return wishes;
    }

    private ShopCall call() {
        ShopCall call = calls.of(request);
        UUID account = java.util.Objects.requireNonNull(call.member().account());
        Factor.note(request, "member", Wire.text(Wire.ACCOUNT, account));
        return call;
    }

    private List<WishView> seen(ShopCall call) {
        return list.list(call.member(), new WishPlace(call.siteId(), call.language(), call.currency()));
    }

    private static Wish wish(WishView view) {
        Long listed = view.listPrice();
        Long before =
                listed == null || view.compareAt() == null ? listed : Long.valueOf(Math.max(listed, view.compareAt()));
        return new Wish(
                Wire.text(Wire.GOODS, view.goodsId()),
                view.slug(),
                view.title(),
                view.sellerName(),
                view.pictureKey(),
                view.variantId() == null ? null : Wire.text(Wire.VARIANT, view.variantId()),
                money(before, view),
                money(view.price(), view),
                money(view.priorLowest(), view),
                view.fromPrice(),
                view.available());
    }

    private static @Nullable Money money(@Nullable Long minor, WishView view) {
        return minor == null ? null : new Money(minor, view.currency());
    }

    /** Puts goods on the list; twice is as good as once. */
    @PUT
    @Path("/{goods}")
    @Scope("members:write")
    @Kind("wishes")
    @Acts(Acts.Name.MEMBER)
    @Answers(value = void.class, status = 204)
    public Response addWish(@PathParam("goods") String goods) {
        ShopCall call = call();
        Factor.note(request, "goods", goods);
        list.add(call.member(), call.siteId(), Wire.id(Wire.GOODS, goods));
        return Response.noContent().build();
    }

    /** Takes goods off the list. */
    @DELETE
    @Path("/{goods}")
    @Scope("members:write")
    @Kind("wishes")
    @Acts(Acts.Name.MEMBER)
    @Answers(value = void.class, status = 204)
    public Response dropWish(@PathParam("goods") String goods) {
        ShopCall call = call();
        Factor.note(request, "goods", goods);
        UUID id = Wire.id(Wire.GOODS, goods);
        if (seen(call).stream().noneMatch(wish -> wish.goodsId().equals(id))) {
            throw WishError.WISH_NOT_FOUND.now();
        }
        list.remove(call.member(), call.siteId(), id);
        return Response.noContent().build();
    }
}
