package dev.rialto.rest.v1.channel;

import dev.rialto.cardcode.BatchView;
import dev.rialto.cardcode.CodeBatches;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Page;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches of codes in a tree, and how far the jobs are that make them (E31). */
@Path("/v1/channel")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChannelBatchesResource {
    @Inject
    CodeBatches batches;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * Codes made together.
     *
     * @param origin made here, handed over by the provider, or sold in the shop
     * @param state awaits_approval, making, made, exported, confirmed, cancelled, refused or failed
     * @param made codes so far
     */
    public record CodeBatch(
            String id,
            String channelId,
            String channel,
            String productId,
            String sku,
            String origin,
            String state,
            int quantity,
            int made,
            LocalDate expiresOn,
            Instant askedAt,
            @Nullable Instant exportedAt) {}

    /** A page of batches. */
    public record CodeBatchPage(
            List<CodeBatch> items, @Nullable String next) {}

    /** The batches of the tree, latest first. */
    @GET
    @Path("/batches")
    @Scope("codes:read")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Answers(CodeBatchPage.class)
    public Response codeBatches(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        int most = ChannelDesk.limit(limit);
        Page<BatchView> page = ChannelDesk.page(() -> batches.list(reader(), cursor, most));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new CodeBatchPage(
                        page.items().stream().map(ChannelBatchesResource::batch).toList(), page.next()));
    }

    /** One batch, and how far the job is that makes it. */
    @GET
    @Path("/batches/{batch}")
    @Scope("codes:read")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Answers(CodeBatch.class)
    public Response codeBatch(@PathParam("batch") String id, @Context Request conditions) {
        Factor.note(request, "batch", id);
        CodeBatch one = batch(batches.view(reader(), Wire.id(Wire.BATCH, id)));
        Factor.rows(request, 1);
        return Conditional.json(conditions, one);
    }

    private Caller reader() {
        return ChannelDesk.caller(request, Permissions.CODE_VIEW);
    }

    private static CodeBatch batch(BatchView view) {
        return new CodeBatch(
                Wire.text(Wire.BATCH, view.id()),
                Wire.text(Wire.CHANNEL, view.channelId()),
                view.channel(),
                Wire.text(Wire.PRODUCT, view.productId()),
                view.sku(),
                view.origin(),
                view.state().stored(),
                view.quantity(),
                view.made(),
                view.expiresOn(),
                view.askedAt(),
                view.exportedAt());
    }
}
