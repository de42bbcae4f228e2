package dev.rialto.rest.v1;

import dev.rialto.credential.GatewayClient;
import dev.rialto.goods.Shelf;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.Scope;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** The goods on the shelf of the storefront that the credential stands for. */
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class GoodsResource {
    private static final Set<String> PAGE = Set.of("language", "currency", "category", "sort", "cursor", "limit");
    private static final Set<String> SEARCH =
            Set.of("q", "language", "currency", "category", "sort", "cursor", "limit");
    private static final Set<String> ONE = Set.of("language", "currency");

    @Inject
    Shelf shelf;

    @Inject
    SiteDirectory sites;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest call;

    /** A page of goods. */
    @GET
    @Path("/goods")
    @Scope("goods:read")
    public Response list(@Context UriInfo address, @Context Request conditions) {
        Caller caller = client().caller(RequestIds.of(call));
        GoodsParameters parameters = GoodsParameters.of(address.getQueryParameters(), site(caller), PAGE);
        return Conditional.json(conditions, GoodsList.of(shelf.list(caller, parameters.query(null))));
    }

    /** Goods that have the words, or the nearest. */
    @GET
    @Path("/search")
    @Scope("goods:read")
    public Response search(@Context UriInfo address, @Context Request conditions) {
        Caller caller = client().caller(RequestIds.of(call));
        GoodsParameters parameters = GoodsParameters.of(address.getQueryParameters(), site(caller), SEARCH);
        String words = address.getQueryParameters().getFirst("q");
        parameters.violations().text("q", words, 100);
        return Conditional.json(conditions, GoodsList.of(shelf.search(caller, parameters.query(words))));
    }

    /** One product by its slug; another seller's is as good as none. */
    @GET
    @Path("/goods/{slug}")
    @Scope("goods:read")
    public Response goods(@PathParam("slug") String slug, @Context UriInfo address, @Context Request conditions) {
        Caller caller = client().caller(RequestIds.of(call));
        SiteView site = site(caller);
        GoodsParameters parameters = GoodsParameters.of(address.getQueryParameters(), site, ONE);
        String language = parameters.language();
        String currency = parameters.currency();
        parameters.raise();
        return shelf.goods(caller, site.id(), slug, language, currency)
                .map(goods -> Conditional.json(conditions, GoodsDetail.of(goods)))
                .orElseThrow(() -> new DomainException(GatewayError.GOODS_NOT_FOUND));
    }

    private GatewayClient client() {
        return (GatewayClient) call.getAttribute(GatewayClient.class.getName());
    }

    private SiteView site(Caller caller) {
        if (client().site() == null) {
            throw new DomainException(GatewayError.NO_STOREFRONT);
        }
        return sites.byId(caller, client().site());
    }
}
