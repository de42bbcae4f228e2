package dev.rialto.rest.v1.seller;

import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.FulfilmentError;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.gateway.SellerFeeds;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderFilter;
import dev.rialto.order.OrderSummary;
import dev.rialto.order.Orders;
import dev.rialto.order.PickingPart;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seller's parts of orders: found, packed, shipped. Another seller's part is as good as none (A19, A34). */
@Path("/v1/seller/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SellerOrdersResource {
    @Inject
    Orders orders;

    @Inject
    Fulfilment fulfilment;

    @Inject
    SellerFeeds feeds;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** A part in the list; version is what If-Match names. */
    public record Part(
            String id,
            String number,
            String state,
            String method,
            Instant placedAt,
            Money total,
            String firstTitle,
            int lines,
            long version) {}

    /** A page of parts. */
    public record Parts(List<Part> items, @Nullable String next) {}

    /** A part as it is packed: where to, and what is left to send. */
    public record Packing(
            String id,
            String number,
            String state,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String note,
            String deliveryName,
            List<Left> lines) {}

    /** Pieces that are left to send. */
    public record Left(
            String title, String variantTitle, @Nullable String sku, int left) {}

    /** A parcel handed over with all that is left of the part. */
    public record TypedShipment(String carrier, @Nullable String trackingNumber) {}

    /** A parcel on its way. */
    public record Shipment(String id, String partId) {}

    /** The parts of orders, newest first. */
    @GET
    @Scope("orders:read")
    @Kind("orders")
    @Acts(Acts.Name.SELLER)
    @Answers(Parts.class)
    public Response parts(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        UUID tenant = Factor.client(request).tenant();
        Page<OrderSummary> page = orders.list(
                Desk.caller(request, Permissions.ORDER_VIEW),
                new OrderFilter(state(state), null, null, tenant, null, cursor, Desk.limit(limit)));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new Parts(page.items().stream().map(SellerOrdersResource::part).toList(), page.next()));
    }

    /** A part that changed; cancelled and lapsed ones stay in the feed. */
    public record ChangedPart(String id, String number, String state, long version, Instant changedAt) {}

    /** A page of changed parts; next is where to go on, now or later. */
    public record ChangedParts(List<ChangedPart> items, String next, boolean more) {}

    /** The parts of orders that changed since a place, oldest first; without one, from the beginning. */
    @GET
    @Path("/changes")
    @Scope("orders:read")
    @Kind("orders")
    @Acts(Acts.Name.SELLER)
    @Answers(ChangedParts.class)
    public Response partChanges(
            @QueryParam("changed_since") @Nullable String since,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        int most = Desk.limit(limit);
        List<SellerFeeds.PartLine> found =
                feeds.parts(Desk.caller(request, Permissions.ORDER_VIEW), Desk.since(since), most + 1);
        List<SellerFeeds.PartLine> page = found.subList(0, Math.min(most, found.size()));
        Factor.rows(request, page.size());
        String next = Desk.next(page, since, last -> Keyset.after(last.changedAt(), last.id()));
        List<ChangedPart> items = page.stream()
                .map(part -> new ChangedPart(
                        Wire.text(Wire.PART, part.id()), part.number(), part.state(), part.version(), part.changedAt()))
                .toList();
        return Conditional.json(conditions, new ChangedParts(items, next, found.size() > page.size()));
    }

    private static @Nullable SubOrderState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(SubOrderState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> GatewayError.INVALID_PARAMETER.because("state", "unknown_value"));
    }

    private static Part part(OrderSummary part) {
        return new Part(
                Wire.text(Wire.PART, part.id()),
                part.number(),
                part.state().name().toLowerCase(Locale.ROOT),
                part.method().name().toLowerCase(Locale.ROOT),
                part.placedAt(),
                part.total(),
                part.firstTitle(),
                part.lines(),
                part.version());
    }

    /** One part as it is packed; its ETag is what shipping it needs. */
    @GET
    @Path("/{part}")
    @Scope("orders:read")
    @Kind("order")
    @Acts(Acts.Name.SELLER)
    @Answers(Packing.class)
    public Response part(@PathParam("part") String id) {
        PickingPart part = found(id);
        Factor.rows(request, 1);
        Packing packing = new Packing(
                id,
                part.number(),
                part.state().name().toLowerCase(Locale.ROOT),
                part.name(),
                part.address(),
                part.phone(),
                part.note(),
                part.deliveryName(),
                part.lines().stream()
                        .map(line -> new Left(line.title(), line.variantTitle(), line.sku(), line.left()))
                        .toList());
        return Response.ok(packing).tag("v" + part.version()).build();
    }

    private PickingPart found(String id) {
        Factor.note(request, "part", id);
        return orders.picking(Desk.caller(request, Permissions.ORDER_VIEW), List.of(Wire.id(Wire.PART, id))).stream()
                .findFirst()
                .orElseThrow(GatewayError.NOT_FOUND::now);
    }

    /** Ships what is left of a part; the buyer is told by mail. */
    @POST
    @Path("/{part}/shipments")
    @Scope("orders:write")
    @Kind("order")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = Shipment.class, status = 201)
    public Response ship(
            @PathParam("part") String id, @HeaderParam("If-Match") @Nullable String ifMatch, TypedShipment typed) {
        found(id);
        long version = Conditional.version(ifMatch);
        return effects.once(
                request,
                typed,
                () -> {
                    Shipment made = new Shipment(Wire.text(Wire.SHIPMENT, shipped(id, version, typed)), id);
                    return new Effects.Done(201, made, made.id());
                },
                again -> new Shipment(again, id));
    }

    private UUID shipped(String id, long version, TypedShipment typed) {
        try {
            return fulfilment.ship(
                    Desk.caller(request, Permissions.ORDER_SHIP),
                    new ShipSubOrder(
                            Ids.parse(Wire.PART, id).orElseThrow(),
                            typed.carrier(),
                            typed.trackingNumber(),
                            Map.of(),
                            version));
        } catch (DomainException refused) {
            throw refused.code() == FulfilmentError.SUB_ORDER_CHANGED
                    ? GatewayError.PRECONDITION_FAILED.now()
                    : refused;
        }
    }
}
