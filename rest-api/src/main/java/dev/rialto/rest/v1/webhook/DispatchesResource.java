package dev.rialto.rest.v1.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
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
import dev.rialto.webhook.DispatchLog;
import dev.rialto.webhook.DispatchView;
import dev.rialto.webhook.WebhookError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, what came back, and sending it again. */
@Path("/v1/webhooks/{webhook}/dispatches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DispatchesResource {
    private static final int ACCEPTED = 202;
    private static final int USUAL_LIMIT = 50;
    private static final Set<String> STATES = Set.of("waiting", "done", "given_up");

    @Inject
    dev.rialto.webhook.Endpoints endpoints;

    @Inject
    DispatchLog log;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** A test event is on its way. */
    public record Sending(String dispatchId) {}

    /** How many are sent again. */
    public record Replayed(int replayed) {}

    /** Sends a test event to this endpoint alone. */
    @POST
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = Sending.class, status = 202)
    public Response testWebhook(@PathParam("webhook") String text) {
        UUID id = WebhookCalls.id(request, text);
        return effects.once(
                request,
                Map.of("webhook", text),
                () -> {
                    Sending made =
                            new Sending(Wire.text(Wire.DISPATCH, endpoints.test(WebhookCalls.caller(request), id)));
                    return new Effects.Done(ACCEPTED, made, made.dispatchId());
                },
                Sending::new);
    }

    /** What was sent, latest first. */
    @GET
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Dispatch.Dispatches.class)
    public Response dispatches(
            @PathParam("webhook") String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Caller caller = WebhookCalls.caller(request);
        UUID id = endpoints.one(caller, WebhookCalls.id(request, text)).id();
        new Violations()
                .check(state == null || STATES.contains(state), "state", "unknown_value")
                .check(limit == null || limit.matches("[1-9]\\d?|1\\d\\d|200"), "limit", "out_of_range", 1, 200)
                .raise(GatewayError.INVALID_PARAMETER);
        Page<DispatchView> page = page(caller, id, Wire.orEmpty(state), Wire.orEmpty(cursor), limit);
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new Dispatch.Dispatches(page.items().stream().map(Dispatch::of).toList(), page.next()));
    }

    private Page<DispatchView> page(Caller caller, UUID id, String state, String cursor, @Nullable String limit) {
        try {
            return log.list(caller, id, state, cursor, limit == null ? USUAL_LIMIT : Integer.parseInt(limit));
        } catch (DomainException refused) {
            throw refused.code() == WebhookError.INVALID_WEBHOOK
                    ? GatewayError.INVALID_PARAMETER.because("cursor", "invalid")
                    : refused;
        }
    }

    /** One with what was sent and what came back at each try. */
    @GET
    @Path("/{dispatch}")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Dispatch.class)
    public Response dispatch(
            @PathParam("webhook") String text, @PathParam("dispatch") String dispatch, @Context Request conditions) {
        UUID id = WebhookCalls.id(request, text);
        Factor.rows(request, 1);
        return Conditional.json(
                conditions, Dispatch.of(log.one(WebhookCalls.caller(request), id, Wire.id(Wire.DISPATCH, dispatch))));
    }

    /** Sends one again, under its own id. */
    @POST
    @Path("/{dispatch}/replay")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = Replayed.class, status = 202)
    public Response replayDispatch(@PathParam("webhook") String text, @PathParam("dispatch") String dispatch) {
        UUID id = WebhookCalls.id(request, text);
        UUID which = Wire.id(Wire.DISPATCH, dispatch);
        return effects.once(
                request,
                Map.of("dispatch", dispatch),
                () -> {
                    log.replay(WebhookCalls.caller(request), id, which);
                    return new Effects.Done(ACCEPTED, new Replayed(1), "1");
                },
                again -> new Replayed(Integer.parseInt(again)));
    }

    /** Sends all again that were given up. */
    @POST
    @Path("/replay")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = Replayed.class, status = 202)
    public Response replayGivenUp(@PathParam("webhook") String text) {
        UUID id = WebhookCalls.id(request, text);
        Caller caller = WebhookCalls.caller(request);
        return effects.once(
                request,
                Map.of("webhook", text),
                () -> {
                    int count =
                            log.replayGivenUp(caller, endpoints.one(caller, id).id());
                    return new Effects.Done(ACCEPTED, new Replayed(count), String.valueOf(count));
                },
                again -> new Replayed(Integer.parseInt(again)));
    }
}
