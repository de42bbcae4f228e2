package dev.rialto.rest.v1.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import dev.rialto.webhook.EndpointView;
import dev.rialto.webhook.IssuedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seller's endpoints: added, changed, paused, given a new secret, removed. Another seller's is as good as none (A19). */
@Path("/v1/webhooks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhooksResource {
    private static final int CREATED = 201;

    @Inject
    dev.rialto.webhook.Endpoints endpoints;

    @Inject
    WebhookCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** All of them, latest first. */
    @GET
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Endpoints.class)
    public Response webhooks(@Context Request conditions) {
        Endpoints all = new Endpoints(endpoints.list(WebhookCalls.caller(request)).stream()
                .map(view -> Endpoint.of(view, null))
                .toList());
        Factor.rows(request, all.items().size());
        return Conditional.json(conditions, all);
    }

    /** Adds one; its secret is in this answer and in no other. */
    @POST
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = Endpoint.class, status = 201)
    public Response addWebhook(TypedEndpoint typed) {
        calls.requireOpen(typed);
        Caller caller = WebhookCalls.caller(request);
        return effects.once(
                request,
                typed,
                () -> made(caller, endpoints.add(caller, typed.wanted()), CREATED),
                again -> again(caller, again));
    }

    private Effects.Done made(Caller caller, IssuedSecret issued, int status) {
        Endpoint made = Endpoint.of(endpoints.one(caller, issued.endpointId()), issued.secret());
        return new Effects.Done(status, made, made.id());
    }

    /** A twin gets the endpoint as it is now, without the secret. */
    private Endpoint again(Caller caller, String reference) {
        return Endpoint.of(endpoints.one(caller, Wire.id(Wire.WEBHOOK, reference)), null);
    }

    /** One of them; its ETag is what changes need. */
    @GET
    @Path("/{webhook}")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Endpoint.class)
    public Response webhook(@PathParam("webhook") String id) {
        return answer(endpoints.one(WebhookCalls.caller(request), WebhookCalls.id(request, id)));
    }

    private Response answer(EndpointView view) {
        Factor.rows(request, 1);
        return Response.ok(Endpoint.of(view, null)).tag("v" + view.version()).build();
    }

    /** Changes address, description and types. */
    @PUT
    @Path("/{webhook}")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Endpoint.class)
    public Response editWebhook(
            @PathParam("webhook") String text, @HeaderParam("If-Match") @Nullable String ifMatch, TypedEndpoint typed) {
        UUID id = WebhookCalls.id(request, text);
        long version = Conditional.version(ifMatch);
        calls.requireOpen(typed);
        Caller caller = WebhookCalls.caller(request);
        return WebhookCalls.onVersion(() -> {
            endpoints.edit(caller, id, typed.wanted(), version);
            return answer(endpoints.one(caller, id));
        });
    }

    /** Removes it with its log. */
    @DELETE
    @Path("/{webhook}")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(value = void.class, status = 204)
    public Response removeWebhook(
            @PathParam("webhook") String text, @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID id = WebhookCalls.id(request, text);
        long version = Conditional.version(ifMatch);
        return WebhookCalls.onVersion(() -> {
            endpoints.remove(WebhookCalls.caller(request), id, version);
            return Response.noContent().build();
        });
    }

    /** Makes a new secret; the old one signs beside it for a day. */
    @POST
    @Path("/{webhook}/secret")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(Endpoint.class)
    public Response rotateWebhookSecret(
            @PathParam("webhook") String text, @HeaderParam("If-Match") @Nullable String ifMatch) {
        UUID id = WebhookCalls.id(request, text);
        long version = Conditional.version(ifMatch);
        Caller caller = WebhookCalls.caller(request);
        return effects.once(
                request,
                Map.of("webhook", text),
                () -> made(caller, WebhookCalls.onVersion(() -> endpoints.rotate(caller, id, version)), 200),
                again -> again(caller, again));
    }

    /** News waits until it goes on. */
    @POST
    @Path("/{webhook}/pause")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Endpoint.class)
    public Response pauseWebhook(@PathParam("webhook") String text, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return moved(text, ifMatch, false);
    }

    /** Goes on with what waited. */
    @POST
    @Path("/{webhook}/resume")
    @Scope("webhooks:write")
    @Kind("webhook")
    @Acts(Acts.Name.SELLER)
    @Answers(Endpoint.class)
    public Response resumeWebhook(
            @PathParam("webhook") String text, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return moved(text, ifMatch, true);
    }

    private Response moved(String text, @Nullable String ifMatch, boolean on) {
        UUID id = WebhookCalls.id(request, text);
        long version = Conditional.version(ifMatch);
        Caller caller = WebhookCalls.caller(request);
        return WebhookCalls.onVersion(() -> {
            if (on) {
                endpoints.resume(caller, id, version);
            } else {
                endpoints.pause(caller, id, version);
            }
            return answer(endpoints.one(caller, id));
        });
    }
}
