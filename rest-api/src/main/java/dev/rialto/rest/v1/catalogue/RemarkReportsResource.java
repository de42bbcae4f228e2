package dev.rialto.rest.v1.catalogue;

import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Whence;
import dev.rialto.rest.v1.Wire;
import dev.rialto.review.Reviews;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where anybody tells the mall of reviews and questions that should not stand there (A13). */
@Path("/v1/goods/{slug}/remarks/{remark}/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RemarkReportsResource {
    @Inject
    Reviews reviews;

    @Inject
    OnTheShelf shelf;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * Where the report comes from.
     *
     * @param place stays the same for one person, such as a keyed hash of the address; limits are counted for it
     */
    public record Reporting(@Nullable String place) {}

    /** The review or question that was reported. */
    public record Reported(String remarkId) {}

    /** Reports a review or a question to the mall. */
    @POST
    @Scope("members:write")
    @Kind("report")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Reported.class, status = 201)
    public Response reportRemark(
            @PathParam("slug") String slug, @PathParam("remark") String remark, Reporting reporting) {
        ShopCall call = calls.of(request);
        UUID goods = shelf.find(request, call, slug);
        Factor.note(request, "remark", remark);
        UUID id = Wire.id(Remarks.REMARK, remark);
        String place = Whence.of(request, reporting.place());
        return effects.perhaps(
                request,
                reporting,
                () -> {
                    reviews.report(call.shopper(), goods, id, place);
                    return new Effects.Done(201, new Reported(remark), remark);
                },
                Reported::new);
    }
}
