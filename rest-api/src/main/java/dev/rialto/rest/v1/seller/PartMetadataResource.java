package dev.rialto.rest.v1.seller;

import dev.rialto.gateway.Metadata;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Up to 50 texts under keys of their own that a seller's programs keep beside parts of orders. */
@Path("/v1/seller/orders/{part}/metadata")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartMetadataResource {
    @Inject
    KeptTextsDesk desk;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** What is kept beside a part of an order. */
    @GET
    @Scope("orders:write")
    @Kind("order")
    @Acts(Acts.Name.SELLER)
    @Answers(KeptTexts.class)
    public Response partMetadata(@PathParam("part") String part) {
        return desk.seen(request, new KeptTextsDesk.Thing(Metadata.Kind.PART, Wire.PART, part, Permissions.ORDER_VIEW));
    }

    /** Keeps these texts beside a part of an order in the place of all there were. */
    @PUT
    @Scope("orders:write")
    @Kind("order")
    @Acts(Acts.Name.SELLER)
    @Answers(KeptTexts.class)
    public Response keepPartMetadata(
            @PathParam("part") String part, @HeaderParam("If-Match") @Nullable String ifMatch, KeptTexts wanted) {
        return desk.kept(
                request,
                new KeptTextsDesk.Thing(Metadata.Kind.PART, Wire.PART, part, Permissions.ORDER_EDIT),
                ifMatch,
                wanted);
    }
}
