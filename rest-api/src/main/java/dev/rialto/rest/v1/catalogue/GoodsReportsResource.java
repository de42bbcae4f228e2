package dev.rialto.rest.v1.catalogue;

import dev.rialto.notice.Notices;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Whence;
import dev.rialto.rest.v1.Wire;
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

/** Where anybody tells the mall of goods that should not be on sale (A13). */
@Path("/v1/goods/{slug}/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GoodsReportsResource {
    private static final String NOTICE = "notice";

    @Inject
    Notices notices;

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
     * A report as it is typed.
     *
     * @param reason illegal, counterfeit, dangerous, misleading, rights or other
     * @param email for a receipt and the decision; null for none
     * @param place stays the same for one person, such as a keyed hash of the address; limits are counted for it
     */
    public record TypedReport(
            String reason,
            String words,
            @Nullable String email,
            @Nullable String place) {}

    /** A report that the mall looks at. */
    public record Report(String id) {}

    /** Reports goods to the mall, which decides about them and tells who gave an address. */
    @POST
    @Scope("members:write")
    @Kind("report")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Report.class, status = 201)
    public Response reportGoods(@PathParam("slug") String slug, TypedReport typed) {
        ShopCall call = calls.of(request);
        shelf.find(request, call, slug);
        Notices.Report report = new Notices.Report(
                call.siteId(),
                slug,
                typed.reason(),
                typed.words(),
                Wire.orEmpty(typed.email()),
                call.language(),
                Whence.of(request, typed.place()));
        return effects.perhaps(
                request,
                typed,
                () -> {
                    String id = Wire.text(NOTICE, notices.report(call.shopper(), report));
                    return new Effects.Done(201, new Report(id), id);
                },
                Report::new);
    }
}
