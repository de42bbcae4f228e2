package dev.rialto.rest.v1.seller;

import dev.rialto.gateway.GoodsFeed;
import dev.rialto.gateway.SellerFeeds;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seller's goods as they change, and their stock. */
@Path("/v1/seller")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SellerGoodsResource {
    private static final int MOST_CHANGES = 500;

    @Inject
    GoodsFeed feed;

    @Inject
    SellerFeeds feeds;

    @Inject
    Stock stock;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * Goods that changed.
     *
     * @param deleted true for a tombstone
     */
    public record Change(
            String id,
            String slug,
            @Nullable String handle,
            String state,
            boolean deleted,
            long version,
            Instant changedAt) {}

    /** A page of changes; next is where to go on, now or later. */
    public record Changes(List<Change> items, String next, boolean more) {}

    /** A change of stock: receipt, correction or count. */
    public record TypedStock(
            String variantId,
            String kind,
            long quantity,
            @Nullable String reason) {}

    /** Changes that are made together or not at all. */
    public record TypedStocks(List<TypedStock> changes) {}

    /** How many changes were made. */
    public record Changed(int changed) {}

    /** What changed since a place, oldest first; without one, from the beginning. */
    @GET
    @Path("/goods")
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Answers(Changes.class)
    public Response goodsChanges(
            @QueryParam("changed_since") @Nullable String since,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Keyset place = Desk.since(since);
        int most = Desk.limit(limit);
        List<GoodsFeed.Change> found = feed.after(Desk.caller(request, Permissions.GOODS_VIEW), place, most + 1);
        List<GoodsFeed.Change> page = found.subList(0, Math.min(most, found.size()));
        Factor.rows(request, page.size());
        String next = Desk.next(page, since, last -> Keyset.after(last.changedAt(), last.id()));
        return Conditional.json(
                conditions,
                new Changes(page.stream().map(SellerGoodsResource::change).toList(), next, found.size() > page.size()));
    }

    private static Change change(GoodsFeed.Change change) {
        return new Change(
                Wire.text(Wire.GOODS, change.id()),
                change.slug(),
                change.handle(),
                change.state(),
                change.state().equals("deleted"),
                change.version(),
                change.changedAt());
    }

    /**
     * Stock of a variant that changed.
     *
     * @param deleted true for a tombstone
     */
    public record StockLine(
            String variantId,
            String goodsId,
            @Nullable String sku,
            long onHand,
            long held,
            long available,
            boolean deleted,
            Instant changedAt) {}

    /** A page of changed stock; next is where to go on, now or later. */
    public record StockLines(List<StockLine> items, String next, boolean more) {}

    /** The stock that changed since a place, oldest first; without one, from the beginning. */
    @GET
    @Path("/stock")
    @Scope("stock:write")
    @Kind("stock")
    @Acts(Acts.Name.SELLER)
    @Answers(StockLines.class)
    public Response stockChanges(
            @QueryParam("changed_since") @Nullable String since,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        int most = Desk.limit(limit);
        List<SellerFeeds.StockLine> found =
                feeds.stock(Desk.caller(request, Permissions.GOODS_VIEW), Desk.since(since), most + 1);
        List<SellerFeeds.StockLine> page = found.subList(0, Math.min(most, found.size()));
        Factor.rows(request, page.size());
        String next = Desk.next(page, since, last -> Keyset.after(last.changedAt(), last.variantId()));
        return Conditional.json(
                conditions,
                new StockLines(
                        page.stream().map(SellerGoodsResource::stockLine).toList(), next, found.size() > page.size()));
    }

    private static StockLine stockLine(SellerFeeds.StockLine line) {
        return new StockLine(
                Wire.text(Wire.VARIANT, line.variantId()),
                Wire.text(Wire.GOODS, line.goodsId()),
                line.sku(),
                line.onHand(),
                line.held(),
                line.available(),
                line.deleted(),
                line.changedAt());
    }

    /** Changes stock, all lines or none. */
    @POST
    @Path("/stock/changes")
    @Scope("stock:write")
    @Kind("stock")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(Changed.class)
    public Response changeStock(TypedStocks typed) {
        new Violations()
                .check(!typed.changes().isEmpty(), "changes", "required")
                .check(typed.changes().size() <= MOST_CHANGES, "changes", "too_many", MOST_CHANGES)
                .raise(GatewayError.INVALID_BODY);
        List<StockChange> changes =
                typed.changes().stream().map(SellerGoodsResource::stockChange).toList();
        typed.changes().forEach(each -> Factor.note(request, "variant", each.variantId()));
        Factor.rows(request, changes.size());
        return effects.once(
                request,
                typed,
                () -> {
                    Map<UUID, Long> moved = stock.change(Desk.caller(request, Permissions.GOODS_EDIT), changes);
                    return new Effects.Done(200, new Changed(changes.size()), Moves.write(moved));
                },
                again -> new Changed(Moves.read(again).size()));
    }

    private static StockChange stockChange(TypedStock typed) {
        return new StockChange(
                kind(typed.kind()), Wire.id(Wire.VARIANT, typed.variantId()), typed.quantity(), typed.reason());
    }

    private static StockChange.Kind kind(String text) {
        for (StockChange.Kind kind : StockChange.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw GatewayError.INVALID_BODY.because("kind", "unknown_value");
    }
}
