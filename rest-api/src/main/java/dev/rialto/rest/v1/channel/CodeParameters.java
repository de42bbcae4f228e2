package dev.rialto.rest.v1.channel;

import dev.rialto.cardcode.CodeBook;
import dev.rialto.recharge.CodeState;
import dev.rialto.rest.v1.Wire;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which codes are looked for. */
public class CodeParameters {
    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("four")
    @Nullable
    String four;

    @QueryParam("batch")
    @Nullable
    String batch;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    CodeBook.Filter filter(@Nullable String after, int limit) {
        return new CodeBook.Filter(
                ChannelDesk.choice("state", CodeState.class, state),
                four,
                ChannelDesk.id("batch", Wire.BATCH, batch),
                ChannelDesk.channel(channel),
                after,
                limit);
    }
}
