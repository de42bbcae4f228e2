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

/** Up to 50 texts under keys of their own that a seller's programs keep beside goods. */
@Path("/v1/seller/goods/{goods}/metadata")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GoodsMetadataResource {
    @Inject
    KeptTextsDesk desk;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** What is kept beside goods. */
    @GET
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Answers(KeptTexts.class)
    public Response goodsMetadata(@PathParam("goods") String goods) {
        return desk.seen(
                request, new KeptTextsDesk.Thing(Metadata.Kind.GOODS, Wire.GOODS, goods, Permissions.GOODS_VIEW));
    }

    /** Keeps these texts beside goods in the place of all there were. */
    @PUT
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Answers(KeptTexts.class)
    public Response keepGoodsMetadata(
            @PathParam("goods") String goods, @HeaderParam("If-Match") @Nullable String ifMatch, KeptTexts wanted) {
        return desk.kept(
                request,
                new KeptTextsDesk.Thing(Metadata.Kind.GOODS, Wire.GOODS, goods, Permissions.GOODS_EDIT),
                ifMatch,
                wanted);
    }
}
