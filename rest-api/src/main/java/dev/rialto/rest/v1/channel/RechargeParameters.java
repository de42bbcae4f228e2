package dev.rialto.rest.v1.channel;

import dev.rialto.recharge.RechargeSearch;
import dev.rialto.recharge.RechargeView;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which recharges are looked for. */
public class RechargeParameters {
    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("find")
    @Nullable
    String find;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    RechargeSearch.Filter filter(@Nullable String after, int limit) {
        return new RechargeSearch.Filter(
                ChannelDesk.choice("state", RechargeView.State.class, state),
                find,
                ChannelDesk.channel(channel),
                after,
                limit);
    }
}
