package dev.rialto.rest.v1.buying;

import dev.rialto.conversation.Conversations;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** What a shopper and the sellers of an order say to each other, and what the mall is asked to decide (A13). */
@Path("/v1/orders/{number}/conversations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationsResource {
    @Inject
    Conversations conversations;

    @Inject
    OwnOrders own;

    @Inject
    ShopCalls calls;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The conversations of an order, one for each part. */
    public record Talks(List<Conversation> items) {
        public Talks {
            items = List.copyOf(items);
        }
    }

    /** A message as it is typed. */
    public record TypedMessage(String message) {}

    /** Why the mall is asked, as it is typed. */
    public record TypedDispute(String reason) {}

    /** The conversations of an order, one for each part; what is told counts as read from then on. */
    @GET
    @Scope("orders:read")
    @Kind("conversation")
    @Acts(Acts.Name.SHOPPER)
    @Answers(Talks.class)
    public Talks conversations(@PathParam("number") String number) {
        ShopCall call = calls.of(request);
        own.find(request, call, number);
        return told(call, number);
    }

    private Talks told(ShopCall call, String number) {
        return new Talks(conversations.ofOrder(call.owner(), number).stream()
                .map(Conversation::of)
                .toList());
    }

    /** Says something to the seller of a part, who is mailed. */
    @POST
    @Path("/{part}/messages")
    @Scope("orders:write")
    @Kind("conversation")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Talks.class, status = 201)
    public Response sendMessage(
            @PathParam("number") String number, @PathParam("part") String part, TypedMessage typed) {
        ShopCall call = calls.of(request);
        UUID id = own.part(request, call, number, part);
        return said(call, number, typed, () -> conversations.write(call.owner(), id, typed.message()));
    }

    /** Brings a conversation before the mall, which decides it with a reason. */
    @POST
    @Path("/{part}/dispute")
    @Scope("orders:write")
    @Kind("conversation")
    @Acts(Acts.Name.SHOPPER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Talks.class, status = 201)
    public Response openDispute(
            @PathParam("number") String number, @PathParam("part") String part, TypedDispute typed) {
        ShopCall call = calls.of(request);
        UUID id = own.part(request, call, number, part);
        return said(call, number, typed, () -> conversations.dispute(call.owner(), id, typed.reason()));
    }

    private Response said(ShopCall call, String number, Object typed, Runnable deed) {
        return effects.perhaps(
                request,
                typed,
                () -> {
                    deed.run();
                    return new Effects.Done(201, told(call, number), number);
                },
                again -> told(call, again));
    }
}
