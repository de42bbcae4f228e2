package dev.rialto.rest.v1.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Page;
import dev.rialto.recharge.RechargeSearch;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of sold cards: recharges with masked accounts, and what was not recharged (E30, E31). */
@Path("/v1/channel")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChannelRechargesResource {
    @Inject
    RechargeSearch search;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A recharge.
     *
     * @param owner the channel whose code it was
     * @param source the page it came from
     * @param state refused, calling, unknown, done or failed
     * @param reason why it was refused or failed, as it is logged
     * @param lastFour of the code
     * @param account masked
     */
    public record Recharge(
            String id,
            String channelId,
            String channel,
            @Nullable String owner,
            String source,
            String state,
            @Nullable String reason,
            @Nullable String sku,
            @Nullable String codeId,
            @Nullable String lastFour,
            String account,
            @Nullable String providerNumber,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** A page of recharges. */
    public record RechargePage(
            List<Recharge> items, @Nullable String next) {}

    /** A step of a recharge. */
    public record RechargeStep(String module, String result, Instant at) {}

    /** A recharge with all its steps. */
    public record RechargeLife(Recharge recharge, List<RechargeStep> steps) {}

    /**
     * A card that was sold.
     *
     * @param soldAt when; null where nobody told
     * @param rechargedAt when; null as long as it was not
     * @param account masked
     */
    public record Sale(
            String codeId,
            String channel,
            String sku,
            String lastFour,
            String state,
            @Nullable Instant soldAt,
            @Nullable Instant rechargedAt,
            @Nullable String account,
            Instant expiresAt) {}

    /** A page of sold cards. */
    public record SalePage(List<Sale> items, @Nullable String next) {}

    /** Recharges of the tree, latest first; by state, channel, code, account or number. */
    @GET
    @Path("/recharges")
    @Scope("recharges:read")
    @Kind("recharges")
    @Acts(Acts.Name.CHANNEL)
    @Answers(RechargePage.class)
    public Response recharges(
            @BeanParam RechargeParameters wanted,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Page<RechargeSearch.Line> page = page(wanted, wanted.cursor, ChannelDesk.limit(limit));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new RechargePage(
                        page.items().stream()
                                .map(ChannelRechargesResource::recharge)
                                .toList(),
                        page.next()));
    }

    /** The same as a file. */
    @GET
    @Path("/recharges.csv")
    @Produces(ChannelDesk.CSV)
    @Scope("recharges:read")
    @Kind("recharges")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response rechargeFile(@BeanParam RechargeParameters wanted, @Context Request conditions) {
        return new Table(
                        "request", "channel", "owner", "state", "reason", "sku", "last_four", "account", "number", "at")
                .all(wanted.cursor, after -> page(wanted, after, Table.PAGE), line -> new @Nullable Object[] {
                    Wire.text(Wire.RECHARGE, line.id()),
                    line.channel(),
                    line.owner(),
                    line.state().stored(),
                    line.reason(),
                    line.sku(),
                    line.lastFour(),
                    line.account(),
                    line.providerNumber(),
                    line.createdAt()
                })
                .answer(request, conditions);
    }

    private Page<RechargeSearch.Line> page(RechargeParameters wanted, @Nullable String cursor, int limit) {
        RechargeSearch.Filter filter = wanted.filter(cursor, limit);
        return ChannelDesk.page(() -> search.list(caller(), filter));
    }

    /** One recharge with its steps. */
    @GET
    @Path("/recharges/{recharge}")
    @Scope("recharges:read")
    @Kind("recharges")
    @Acts(Acts.Name.CHANNEL)
    @Answers(RechargeLife.class)
    public Response recharge(@PathParam("recharge") String text, @Context Request conditions) {
        Factor.note(request, "recharge", text);
        UUID id = Wire.id(Wire.RECHARGE, text);
        RechargeLife life = new RechargeLife(
                recharge(search.view(caller(), id)),
                search.steps(caller(), id).stream()
                        .map(step -> new RechargeStep(step.module(), step.result(), step.at()))
                        .toList());
        Factor.rows(request, 1);
        return Conditional.json(conditions, life);
    }

    /** Sold cards of the tree; with recharged=false those that were not recharged yet. */
    @GET
    @Path("/sales")
    @Scope("recharges:read")
    @Kind("recharges")
    @Acts(Acts.Name.CHANNEL)
    @Answers(SalePage.class)
    public Response sales(
            @BeanParam SaleParameters wanted,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Page<RechargeSearch.Sold> page = sold(wanted, wanted.cursor, ChannelDesk.limit(limit));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new SalePage(
                        page.items().stream()
                                .map(ChannelRechargesResource::sale)
                                .toList(),
                        page.next()));
    }

    /** The same as a file. */
    @GET
    @Path("/sales.csv")
    @Produces(ChannelDesk.CSV)
    @Scope("recharges:read")
    @Kind("recharges")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response saleFile(@BeanParam SaleParameters wanted, @Context Request conditions) {
        return new Table("channel", "sku", "last_four", "sold_at", "recharged_at", "account", "expires_at")
                .all(wanted.cursor, after -> sold(wanted, after, Table.PAGE), row -> new @Nullable Object[] {
                    row.channel(),
                    row.sku(),
                    row.lastFour(),
                    row.soldAt(),
                    row.rechargedAt(),
                    row.account(),
                    row.expiresAt()
                })
                .answer(request, conditions);
    }

    /** Its places are ids of codes, which are opaque as well. */
    private Page<RechargeSearch.Sold> sold(SaleParameters wanted, @Nullable String cursor, int limit) {
        Page<RechargeSearch.Sold> page = search.sold(caller(), wanted.filter(cursor, limit));
        String next = page.cursor()
                .map(last -> Wire.text(Wire.CODE, UUID.fromString(last)))
                .orElse(null);
        return new Page<>(page.items(), next);
    }

    private Caller caller() {
        return ChannelDesk.caller(request, Permissions.RECHARGE_VIEW);
    }

    private static Recharge recharge(RechargeSearch.Line line) {
        UUID code = line.codeId();
        return new Recharge(
                Wire.text(Wire.RECHARGE, line.id()),
                Wire.text(Wire.CHANNEL, line.channelId()),
                line.channel(),
                line.owner(),
                line.source(),
                line.state().stored(),
                line.reason(),
                line.sku(),
                code == null ? null : Wire.text(Wire.CODE, code),
                line.lastFour(),
                line.account(),
                line.providerNumber(),
                line.createdAt(),
                line.finishedAt());
    }

    private static Sale sale(RechargeSearch.Sold row) {
        return new Sale(
                Wire.text(Wire.CODE, row.codeId()),
                row.channel(),
                row.sku(),
                row.lastFour(),
                row.state().stored(),
                row.soldAt(),
                row.rechargedAt(),
                row.account(),
                row.expiresAt());
    }
}
