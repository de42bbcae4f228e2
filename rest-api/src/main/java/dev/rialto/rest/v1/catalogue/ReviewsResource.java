package dev.rialto.rest.v1.catalogue;

import dev.rialto.kernel.DomainException;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import dev.rialto.review.RemarkKind;
import dev.rialto.review.ReviewError;
import dev.rialto.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What buyers say about goods of the storefront (A13). */
@Path("/v1/goods/{slug}/reviews")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewsResource {
    @Inject
    Reviews reviews;

    @Inject
    OnTheShelf shelf;

    @Inject
    ShopCalls calls;

    @Inject
    Said said;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A review as it is typed.
     *
     * @param stars 1 to 5
     * @param title up to 100 characters; may be empty
     */
    public record TypedReview(int stars, String title, String words) {
        Reviews.Typed typed() {
            return new Reviews.Typed(stars, title, words);
        }
    }

    /**
     * What the member can do about goods.
     *
     * @param own the member's newest review of them
     * @param mayReview true when something bought was shipped and is not reviewed yet
     */
    public record Standing(@Nullable Remark own, boolean mayReview) {}

    /** The reviews of goods, the latest first. */
    @GET
    @Scope("goods:read")
    @Kind("reviews")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(SaidPage.class)
    public Response reviews(
            @PathParam("slug") String slug,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request conditions) {
        return said.page(request, conditions, RemarkKind.REVIEW, slug, cursor);
    }

    /** The member's own review, and whether another can be written. */
    @GET
    @Path("/own")
    @Scope("members:write")
    @Kind("reviews")
    @Acts(Acts.Name.MEMBER)
    @Answers(Standing.class)
    public Standing ownReview(@PathParam("slug") String slug) {
        ShopCall call = calls.ofMember(request);
        return standing(call, shelf.find(request, call, slug));
    }

    private Standing standing(ShopCall call, UUID goods) {
        Reviews.Standing standing = reviews.standing(call.member(), goods);
        return new Standing(standing.own() == null ? null : Remarks.remark(standing.own()), standing.mayReview());
    }

    /** Writes a review of goods that were shipped to the member; each order is reviewed once. */
    @POST
    @Scope("members:write")
    @Kind("reviews")
    @Acts(Acts.Name.MEMBER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Standing.class, status = 201)
    public Response writeReview(@PathParam("slug") String slug, TypedReview typed) {
        ShopCall call = calls.ofMember(request);
        UUID goods = shelf.find(request, call, slug);
        return effects.perhaps(
                request,
                typed,
                () -> {
                    reviews.write(
                            call.member(), new Reviews.Place(call.siteId(), goods, call.language()), typed.typed());
                    return new Effects.Done(201, standing(call, goods), Wire.text(Wire.GOODS, goods));
                },
                again -> standing(call, Wire.id(Wire.GOODS, again)));
    }

    /** Changes one's own review; If-Match names its version, as in "v3". */
    @PUT
    @Path("/{remark}")
    @Scope("members:write")
    @Kind("reviews")
    @Acts(Acts.Name.MEMBER)
    @Answers(Standing.class)
    public Standing changeReview(
            @PathParam("slug") String slug,
            @PathParam("remark") String remark,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            TypedReview typed) {
        ShopCall call = calls.ofMember(request);
        UUID goods = shelf.find(request, call, slug);
        Factor.note(request, "remark", remark);
        long version = Conditional.version(ifMatch);
        try {
            reviews.edit(call.member(), Wire.id(Remarks.REMARK, remark), version, typed.typed());
        } catch (DomainException refused) {
            throw refused.code() == ReviewError.REMARK_CHANGED ? GatewayError.PRECONDITION_FAILED.now() : refused;
        }
        return standing(call, goods);
    }
}
