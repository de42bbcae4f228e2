package dev.rialto.rest.v1.channel;

import dev.rialto.cardcode.CodeBook;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Page;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Table;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Codes of a tree: found, told sold, taken out of use; a code itself is in no answer (E11, E31, E34). */
@Path("/v1/channel")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChannelCodesResource {
    @Inject
    CodeBook codes;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A code, known by its place in its batch and its last four symbols.
     *
     * @param state created, assigned, sold, used, void or expired
     * @param held true while a recharge with it is under way
     */
    public record Code(
            String id,
            String channelId,
            String channel,
            String productId,
            String sku,
            @Nullable String batchId,
            @Nullable Integer number,
            String lastFour,
            String state,
            boolean held,
            Instant createdAt,
            Instant changedAt,
            Instant expiresAt) {}

    /** A page of codes. */
    public record CodePage(List<Code> items, @Nullable String next) {}

    /** A change of a code's state, and why. */
    public record CodeEvent(
            @Nullable String was,
            String became,
            @Nullable String rechargeId,
            @Nullable String reason,
            Instant at) {}

    /** A code with its life from the beginning. */
    public record CodeLife(Code code, List<CodeEvent> events) {}

    /** Why a code is taken out of use. */
    public record TypedVoid(String reason) {}

    /** Codes of the tree, latest first. */
    @GET
    @Path("/codes")
    @Scope("codes:read")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Answers(CodePage.class)
    public Response codes(
            @BeanParam CodeParameters wanted,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Page<CodeBook.View> page = page(wanted, wanted.cursor, ChannelDesk.limit(limit));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new CodePage(
                        page.items().stream().map(ChannelCodesResource::code).toList(), page.next()));
    }

    /** The same as a file. */
    @GET
    @Path("/codes.csv")
    @Produces(ChannelDesk.CSV)
    @Scope("codes:read")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response codeFile(@BeanParam CodeParameters wanted, @Context Request conditions) {
        return new Table("channel", "sku", "number", "last_four", "state", "created_at", "changed_at", "expires_at")
                .all(wanted.cursor, after -> page(wanted, after, Table.PAGE), code -> new @Nullable Object[] {
                    code.channel(),
                    code.sku(),
                    code.number(),
                    code.lastFour(),
                    ChannelDesk.word(code.state()),
                    code.createdAt(),
                    code.changedAt(),
                    code.expiresAt()
                })
                .answer(request, conditions);
    }

    private Page<CodeBook.View> page(CodeParameters wanted, @Nullable String cursor, int limit) {
        CodeBook.Filter filter = wanted.filter(cursor, limit);
        return ChannelDesk.page(() -> codes.list(reader(), filter));
    }

    /** One code with its life. */
    @GET
    @Path("/codes/{code}")
    @Scope("codes:read")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Answers(CodeLife.class)
    public Response code(@PathParam("code") String text, @Context Request conditions) {
        CodeLife life = life(reader(), text);
        Factor.rows(request, 1);
        return Conditional.json(conditions, life);
    }

    private CodeLife life(Caller caller, String text) {
        Factor.note(request, "code", text);
        UUID id = Wire.id(Wire.CODE, text);
        Code code = code(codes.view(caller, id));
        return new CodeLife(
                code,
                codes.events(caller, id).stream()
                        .map(ChannelCodesResource::event)
                        .toList());
    }

    /** Tells that one of the channel's own codes was sold elsewhere. */
    @POST
    @Path("/codes/{code}/sale")
    @Consumes(MediaType.WILDCARD)
    @Scope("codes:write")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(CodeLife.class)
    public Response sellCode(@PathParam("code") String text) {
        return changed(text, Effects.NOTHING, id -> codes.sell(writer(), id));
    }

    /** Takes one of the channel's own codes out of use; its card is free again. */
    @POST
    @Path("/codes/{code}/void")
    @Scope("codes:write")
    @Kind("codes")
    @Acts(Acts.Name.CHANNEL)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(CodeLife.class)
    public Response voidCode(@PathParam("code") String text, TypedVoid typed) {
        return changed(text, typed, id -> codes.takeOut(writer(), id, typed.reason()));
    }

    private Response changed(String text, Object body, Consumer<UUID> change) {
        life(reader(), text);
        return effects.once(
                request,
                body,
                () -> {
                    change.accept(Wire.id(Wire.CODE, text));
                    return new Effects.Done(200, life(reader(), text), text);
                },
                again -> life(reader(), again));
    }

    private Caller reader() {
        return ChannelDesk.caller(request, Permissions.CODE_VIEW);
    }

    private Caller writer() {
        return ChannelDesk.caller(request, Permissions.CODE_VIEW, Permissions.CODE_EDIT);
    }

    private static Code code(CodeBook.View view) {
        UUID batch = view.batchId();
        return new Code(
                Wire.text(Wire.CODE, view.id()),
                Wire.text(Wire.CHANNEL, view.channelId()),
                view.channel(),
                Wire.text(Wire.PRODUCT, view.productId()),
                view.sku(),
                batch == null ? null : Wire.text(Wire.BATCH, batch),
                view.number(),
                view.lastFour(),
                view.state().stored(),
                view.held(),
                view.createdAt(),
                view.changedAt(),
                view.expiresAt());
    }

    private static CodeEvent event(CodeBook.Event event) {
        UUID recharge = event.requestId();
        return new CodeEvent(
                event.was(),
                event.became(),
                recharge == null ? null : Wire.text(Wire.RECHARGE, recharge),
                event.reason(),
                event.at());
    }
}
