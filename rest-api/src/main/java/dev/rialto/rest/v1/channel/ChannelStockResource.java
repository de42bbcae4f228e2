package dev.rialto.rest.v1.channel;

import dev.rialto.channel.CardLevel;
import dev.rialto.channel.CardMovement;
import dev.rialto.channel.CardStock;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Table;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cards that the channels of a tree have (E13, E35). */
@Path("/v1/channel")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChannelStockResource {
    @Inject
    CardStock stock;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * The cards of one product that one channel has.
     *
     * @param bought from the provider, or from the channel above
     * @param passedOn sold to channels below
     * @param withdrawn taken back by the provider
     * @param listed set aside for sale in the channel's shop
     * @param coded codes that live or were used
     * @param used recharged
     * @param free can be coded, listed or passed on
     * @param remaining can still be used
     */
    public record CardCount(
            String channelId,
            String channel,
            String productId,
            String sku,
            long bought,
            long passedOn,
            long withdrawn,
            long listed,
            long coded,
            long used,
            long free,
            long remaining) {}

    /** All card stock of the tree. */
    public record CardCounts(List<CardCount> items) {}

    /**
     * A change of card stock.
     *
     * @param kind purchase, sold_on, bought_on, withdrawn, coded, voided, listed, unlisted or used
     * @param unitPrice for one card, where money changed hands
     * @param reference the provider's invoice, or why
     */
    public record CardChange(
            String id,
            String channelId,
            String channel,
            String productId,
            String sku,
            String kind,
            long quantity,
            @Nullable Money unitPrice,
            @Nullable String reference,
            Instant at) {}

    /** A page of changes. */
    public record CardChanges(
            List<CardChange> items, @Nullable String next) {}

    /** How many cards each channel of the tree has of each product. */
    @GET
    @Path("/stock")
    @Scope("cards:read")
    @Kind("card_stock")
    @Acts(Acts.Name.CHANNEL)
    @Answers(CardCounts.class)
    public Response cardStock(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("sku") @Nullable String sku,
            @Context Request conditions) {
        List<CardCount> all = counts(channel, sku);
        Factor.rows(request, all.size());
        return Conditional.json(conditions, new CardCounts(all));
    }

    /** The same as a file. */
    @GET
    @Path("/stock.csv")
    @Produces(ChannelDesk.CSV)
    @Scope("cards:read")
    @Kind("card_stock")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response cardStockFile(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("sku") @Nullable String sku,
            @Context Request conditions) {
        Table table = new Table(
                "channel", "sku", "bought", "passed_on", "withdrawn", "listed", "coded", "used", "free", "remaining");
        counts(channel, sku)
                .forEach(count -> table.add(
                        count.channel(),
                        count.sku(),
                        count.bought(),
                        count.passedOn(),
                        count.withdrawn(),
                        count.listed(),
                        count.coded(),
                        count.used(),
                        count.free(),
                        count.remaining()));
        return table.answer(request, conditions);
    }

    private List<CardCount> counts(@Nullable String channel, @Nullable String sku) {
        UUID wanted = ChannelDesk.channel(channel);
        return stock.levels(caller()).stream()
                .filter(level -> wanted == null || level.channelId().equals(wanted))
                .filter(level -> sku == null || level.sku().equals(sku))
                .map(ChannelStockResource::count)
                .toList();
    }

    /** What happened to the cards of the tree, latest first. */
    @GET
    @Path("/stock/movements")
    @Scope("cards:read")
    @Kind("card_stock")
    @Acts(Acts.Name.CHANNEL)
    @Answers(CardChanges.class)
    public Response cardMovements(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Page<CardMovement> page = moves(channel, cursor, ChannelDesk.limit(limit));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new CardChanges(
                        page.items().stream().map(ChannelStockResource::change).toList(), page.next()));
    }

    /** The same as a file. */
    @GET
    @Path("/stock/movements.csv")
    @Produces(ChannelDesk.CSV)
    @Scope("cards:read")
    @Kind("card_stock")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response cardMovementFile(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request conditions) {
        return new Table("channel", "sku", "kind", "quantity", "unit_minor", "currency", "reference", "at")
                .all(cursor, after -> moves(channel, after, Table.PAGE), move -> new @Nullable Object[] {
                    move.channel(),
                    move.sku(),
                    move.kind(),
                    move.quantity(),
                    move.unitMinor(),
                    move.currency(),
                    move.reference(),
                    move.at()
                })
                .answer(request, conditions);
    }

    private Page<CardMovement> moves(@Nullable String channel, @Nullable String cursor, int limit) {
        return ChannelDesk.page(() -> stock.movements(caller(), ChannelDesk.channel(channel), cursor, limit));
    }

    private Caller caller() {
        return ChannelDesk.caller(request, Permissions.CHANNEL_VIEW);
    }

    private static CardCount count(CardLevel level) {
        return new CardCount(
                Wire.text(Wire.CHANNEL, level.channelId()),
                level.channel(),
                Wire.text(Wire.PRODUCT, level.productId()),
                level.sku(),
                level.bought(),
                level.passedOn(),
                level.withdrawn(),
                level.listed(),
                level.coded(),
                level.used(),
                level.free(),
                level.remaining());
    }

    private static CardChange change(CardMovement move) {
        Long minor = move.unitMinor();
        String currency = move.currency();
        return new CardChange(
                Wire.text(Wire.MOVEMENT, move.id()),
                Wire.text(Wire.CHANNEL, move.channelId()),
                move.channel(),
                Wire.text(Wire.PRODUCT, move.productId()),
                move.sku(),
                move.kind(),
                move.quantity(),
                minor == null || currency == null ? null : new Money(minor, currency),
                move.reference(),
                move.at());
    }
}
