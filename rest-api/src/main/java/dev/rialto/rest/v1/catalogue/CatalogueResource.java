package dev.rialto.rest.v1.catalogue;

import dev.rialto.goods.Shelf;
import dev.rialto.goods.ShelfPage;
import dev.rialto.kernel.Texts;
import dev.rialto.kernel.Violations;
import dev.rialto.picture.PictureStore;
import dev.rialto.platform.Settings;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SitePages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be looked at in the storefront that the credential stands for (A12, A18–A20). */
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    private static final int LONGEST_WORDS = 100;
    /** Which program calls, by name and version, as a seller's own server tells it. */
    private static final String PROGRAM = "Rialto-Program";

    @Inject
    Shelf shelf;

    @Inject
    Listings listings;

    @Inject
    SitePages pages;

    @Inject
    PictureStore pictures;

    @Inject
    DeliveryOffers deliveries;

    @Inject
    ShopCalls calls;

    @Inject
    SiteDirectory sites;

    @Inject
    Settings settings;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The categories of the first level. */
    public record Categories(List<Category> items) {}

    /** The variants of goods with their stock. */
    public record Stocks(List<Available> items) {}

    /** Units of a variant that can be bought now. */
    public record Available(String variantId, long available) {}

    /** The storefront: names, languages, look, menu. */
    @GET
    @Path("/site")
    @Scope("goods:read")
    @Kind("site")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Site.class)
    public Response site(@Context Request conditions) {
        ShopCall call = calls.open(request);
        Optional.ofNullable(request.getHeader(PROGRAM))
                .filter(named -> named.matches("[a-z-]{1,30}/[A-Za-z0-9.+-]{1,40}"))
                .ifPresent(named -> Factor.note(request, "program", named));
        Factor.rows(request, 1);
        return Conditional.json(
                conditions,
                Sites.site(
                        call.site(),
                        sites.isTest(call.program(), call.siteId()),
                        settings.address(call.site().host(), "/connect"),
                        settings.address(call.site().host(), "/")));
    }

    /** One of the storefront's own pages. */
    @GET
    @Path("/pages/{slug}")
    @Scope("goods:read")
    @Kind("page")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(ContentPage.class)
    public Response page(@PathParam("slug") String slug, @Context Request conditions) {
        ShopCall call = calls.open(request);
        Factor.note(request, "page", slug);
        PageDocument page =
                pages.published(call.shopper(), call.siteId(), slug).orElseThrow(GatewayError.NOT_FOUND::now);
        Factor.rows(request, 1);
        return Conditional.json(
                conditions,
                new ContentPage(
                        slug,
                        Texts.pick(page.title(), call.language(), "en"),
                        page.blocks().stream().map(Sites::block).toList()));
    }

    /** The categories that have goods here. */
    @GET
    @Path("/categories")
    @Scope("goods:read")
    @Kind("categories")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Categories.class)
    public Response categories(@Context Request conditions) {
        ShopCall call = calls.open(request);
        List<Category> categories = shelf
                .rememberedCategories(call.shopper(), call.siteId(), call.language())
                .orElseGet(() -> shelf.categories(call.shopper(), call.siteId(), call.language()))
                .stream()
                .map(Shelves::category)
                .toList();
        Factor.rows(request, categories.size());
        return Conditional.json(conditions, new Categories(categories));
    }

    /** A page of goods. */
    @GET
    @Path("/goods")
    @Scope("goods:read")
    @Kind("goods")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Listing.class)
    public Response goodsList(
            @BeanParam ShelfParameters parameters, @Context UriInfo address, @Context Request conditions) {
        ShopCall call = calls.open(request);
        return told(shelf.list(call.program(), parameters.query(call, null, address.getQueryParameters())), conditions);
    }

    /** Goods that have the words, or the nearest. */
    @GET
    @Path("/search")
    @Scope("goods:read")
    @Kind("goods")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Listing.class)
    public Response search(
            @QueryParam("q") @Nullable String words,
            @BeanParam ShelfParameters parameters,
            @Context UriInfo address,
            @Context Request conditions) {
        ShopCall call = calls.open(request);
        new Violations().text("q", words, LONGEST_WORDS).raise(GatewayError.INVALID_PARAMETER);
        return told(
                shelf.search(call.program(), parameters.query(call, words, address.getQueryParameters())), conditions);
    }

    private Response told(ShelfPage page, Request conditions) {
        Factor.rows(request, page.items().size());
        return listings.of(page).answer(conditions);
    }

    /** One product by its slug; another seller's is as good as none. */
    @GET
    @Path("/goods/{slug}")
    @Scope("goods:read")
    @Kind("goods")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Goods.class)
    public Response goods(@PathParam("slug") String slug, @Context Request conditions) {
        Goods goods = found(calls.open(request), slug);
        return Conditional.json(conditions, goods);
    }

    /** The stock of a product as of now. */
    @GET
    @Path("/goods/{slug}/stock")
    @Scope("goods:read")
    @Kind("stock")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Stocks.class)
    public Response goodsStock(@PathParam("slug") String slug, @Context Request conditions) {
        Goods goods = found(calls.open(request), slug);
        return Conditional.json(
                conditions,
                new Stocks(goods.variants().stream()
                        .map(variant -> new Available(variant.id(), variant.available()))
                        .toList()));
    }

    private Goods found(ShopCall call, String slug) {
        Factor.note(request, "goods", slug);
        Goods goods = shelf.goods(call.program(), call.siteId(), slug, call.language(), call.currency())
                .map(view -> Shelves.goods(view, deliveries.of(call, view.sellerId())))
                .orElseThrow(GatewayError.GOODS_NOT_FOUND::now);
        Factor.note(request, "goods", goods.id());
        Factor.rows(request, 1);
        return goods;
    }

    /** A picture in one of the widths it is kept in: 400, 800 or 1600 pixels. */
    @GET
    @Path("/pictures/{key}")
    @Produces("image/jpeg")
    @Scope("goods:read")
    @Kind("picture")
    @Answers(byte[].class)
    public Response picture(@PathParam("key") String key, @QueryParam("width") @Nullable String width) {
        new Violations()
                .check(width == null || width.matches("400|800|1600"), "width", "unknown_value", "400 800 1600")
                .raise(GatewayError.INVALID_PARAMETER);
        byte[] bytes = pictures.open(key, width == null ? 800 : Integer.parseInt(width))
                .orElseThrow(GatewayError.NOT_FOUND::now);
        Factor.rows(request, 1);
        return Response.ok(bytes, PictureStore.MEDIA_TYPE)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .build();
    }
}
