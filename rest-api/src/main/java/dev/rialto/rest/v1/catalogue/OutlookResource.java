package dev.rialto.rest.v1.catalogue;

import dev.rialto.finding.FeedItem;
import dev.rialto.finding.GoodsAddresses;
import dev.rialto.finding.ProductFeeds;
import dev.rialto.finding.Sitemaps;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a storefront elsewhere tells search engines and price portals, and where former addresses lead (A12, A19). */
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OutlookResource {
    @Inject
    Sitemaps maps;

    @Inject
    ProductFeeds feeds;

    @Inject
    GoodsAddresses addresses;

    @Inject
    ShopCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The parts of the map of goods, ten thousand goods in each. */
    @GET
    @Path("/sitemap")
    @Scope("goods:read")
    @Kind("sitemap")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(SiteMap.class)
    public Response siteMap(@Context Request conditions) {
        ShopCall call = calls.open(request);
        SiteMap map = new SiteMap(maps.parts(call.program(), call.siteId()).stream()
                .map(part -> new SiteMap.Part(part.number(), part.changedAt()))
                .toList());
        Factor.rows(request, map.items().size());
        return Conditional.json(conditions, map);
    }

    /** The goods in one part of the map; none when there is no such part. */
    @GET
    @Path("/sitemap/goods")
    @Scope("goods:read")
    @Kind("sitemap")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(SiteMap.Entries.class)
    public Response siteMapGoods(@QueryParam("page") @Nullable String page, @Context Request conditions) {
        ShopCall call = calls.open(request);
        new Violations()
                .check(page == null || page.matches("[1-9]\\d{0,3}"), "page", "out_of_range", 1, 9_999)
                .raise(GatewayError.INVALID_PARAMETER);
        int part = page == null ? 1 : Integer.parseInt(page);
        SiteMap.Entries entries = new SiteMap.Entries(maps.goods(call.program(), call.siteId(), part).stream()
                .map(entry -> new SiteMap.Entry(entry.slug(), entry.changedAt()))
                .toList());
        Factor.rows(request, entries.items().size());
        return Conditional.json(conditions, entries);
    }

    /** All variants on sale, a thousand goods a page, in the language and currency asked for. */
    @GET
    @Path("/feed")
    @Scope("goods:read")
    @Kind("feed")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Feed.class)
    public Response feed(@QueryParam("cursor") @Nullable String cursor, @Context Request conditions) {
        ShopCall call = calls.open(request);
        List<FeedItem> items = feeds.page(
                call.program(), new ProductFeeds.Query(call.siteId(), call.language(), call.currency(), start(cursor)));
        Factor.rows(request, items.size());
        String next = items.isEmpty()
                ? null
                : Wire.text(Wire.GOODS, items.get(items.size() - 1).goodsId());
        return Conditional.json(
                conditions,
                new Feed(items.stream().map(item -> item(item, call.currency())).toList(), next));
    }

    private static UUID start(@Nullable String cursor) {
        Optional<UUID> known = cursor == null ? Optional.of(ProductFeeds.START) : Ids.parse(Wire.GOODS, cursor);
        return known.orElseThrow(() -> GatewayError.INVALID_PARAMETER.because("cursor", "unknown_value"));
    }

    private static Feed.Item item(FeedItem item, String currency) {
        return new Feed.Item(
                Wire.text(Wire.VARIANT, item.variantId()),
                Wire.text(Wire.GOODS, item.goodsId()),
                item.variants() == 1,
                item.slug(),
                item.title(),
                item.summary(),
                item.pictureKey(),
                item.vendor() == null ? item.sellerName() : item.vendor(),
                item.category(),
                item.sku(),
                item.options(),
                new Money(item.listPrice(), currency),
                new Money(item.price(), currency),
                item.available());
    }

    /** The present name of goods that had this one in addresses before. */
    @GET
    @Path("/moves/goods/{slug}")
    @Scope("goods:read")
    @Kind("move")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Moved.class)
    public Response movedGoods(@PathParam("slug") String slug, @Context Request conditions) {
        ShopCall call = calls.open(request);
        Factor.note(request, "goods", slug);
        return told(addresses.movedTo(call.program(), slug), conditions);
    }

    /** The present name of the category that had this one before, or took over what had it. */
    @GET
    @Path("/moves/categories/{slug}")
    @Scope("goods:read")
    @Kind("move")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Moved.class)
    public Response movedCategory(@PathParam("slug") String slug, @Context Request conditions) {
        ShopCall call = calls.open(request);
        Factor.note(request, "category", slug);
        return told(addresses.categoryMovedTo(call.program(), slug), conditions);
    }

    private Response told(Optional<String> now, Request conditions) {
        String slug = now.orElseThrow(GatewayError.NOT_FOUND::now);
        Factor.rows(request, 1);
        return Conditional.json(conditions, new Moved(slug));
    }
}
