package dev.rialto.rest.v1.catalogue;

import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import dev.rialto.review.RemarkKind;
import dev.rialto.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** What members ask about goods of the storefront, and what the seller answers (A13). */
@Path("/v1/goods/{slug}/questions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuestionsResource {
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

    /** A question as it is typed. */
    public record TypedQuestion(String question) {}

    /** A question that waits for its answer. */
    public record Question(String id) {}

    /** The answered questions about goods, the latest first. */
    @GET
    @Scope("goods:read")
    @Kind("questions")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(SaidPage.class)
    public Response questions(
            @PathParam("slug") String slug,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request conditions) {
        return said.page(request, conditions, RemarkKind.QUESTION, slug, cursor);
    }

    /** Asks the seller, who is mailed; it is shown once it is answered, and the member is told. */
    @POST
    @Scope("members:write")
    @Kind("questions")
    @Acts(Acts.Name.MEMBER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Question.class, status = 201)
    public Response askSeller(@PathParam("slug") String slug, TypedQuestion typed) {
        ShopCall call = calls.ofMember(request);
        Reviews.Place place = new Reviews.Place(call.siteId(), shelf.find(request, call, slug), call.language());
        return effects.perhaps(
                request,
                typed,
                () -> {
                    UUID id = reviews.ask(call.member(), place, typed.question());
                    String asked = Wire.text(Remarks.REMARK, id);
                    return new Effects.Done(201, new Question(asked), asked);
                },
                Question::new);
    }
}
