package dev.rialto.rest.v1.channel;

import dev.rialto.channel.ChannelView;
import dev.rialto.channel.Channels;
import dev.rialto.kernel.Caller;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The channels of a tree (E13). */
@Path("/v1/channel")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChannelTreeResource {
    @Inject
    Channels channels;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A channel of the tree.
     *
     * @param parentId the channel above; null for the one that looks
     * @param depth 0 for the one that looks
     * @param state active, suspended or closed
     */
    public record Channel(
            String id,
            @Nullable String parentId,
            int depth,
            String name,
            String state,
            @Nullable String host,
            Instant openedAt) {}

    /** The tree, each channel below the one it belongs to. */
    public record ChannelTree(List<Channel> items) {}

    /** The channel that calls and those below it. */
    @GET
    @Path("/channels")
    @Scope("cards:read")
    @Kind("channel")
    @Acts(Acts.Name.CHANNEL)
    @Answers(ChannelTree.class)
    public Response channelTree(@Context Request conditions) {
        List<Channel> all = channels.tree(caller()).stream()
                .map(ChannelTreeResource::channel)
                .toList();
        Factor.rows(request, all.size());
        return Conditional.json(conditions, new ChannelTree(all));
    }

    /** One channel of the tree. */
    @GET
    @Path("/channels/{channel}")
    @Scope("cards:read")
    @Kind("channel")
    @Acts(Acts.Name.CHANNEL)
    @Answers(Channel.class)
    public Response channel(@PathParam("channel") String id, @Context Request conditions) {
        Factor.note(request, "channel", id);
        Channel one = channel(channels.view(caller(), Wire.id(Wire.CHANNEL, id)));
        Factor.rows(request, 1);
        return Conditional.json(conditions, one);
    }

    private Caller caller() {
        return ChannelDesk.caller(request, Permissions.CHANNEL_VIEW);
    }

    private static Channel channel(ChannelView view) {
        return new Channel(
                Wire.text(Wire.CHANNEL, view.id()),
                view.depth() == 0 || view.parentId() == null ? null : Wire.text(Wire.CHANNEL, view.parentId()),
                view.depth(),
                view.name(),
                view.state(),
                view.host(),
                view.openedAt());
    }
}
