package dev.rialto.rest.v1.channel;

import dev.rialto.kernel.Violations;
import dev.rialto.recharge.RechargeSearch;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.v1.Wire;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which sold cards are looked for. */
public class SaleParameters {
    @QueryParam("recharged")
    @Nullable
    String recharged;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    RechargeSearch.SoldFilter filter(@Nullable String after, int limit) {
        new Violations()
                .check(recharged == null || recharged.matches("true|false"), "recharged", "unknown_value")
                .raise(GatewayError.INVALID_PARAMETER);
        return new RechargeSearch.SoldFilter(
                which(), ChannelDesk.channel(channel), ChannelDesk.id("cursor", Wire.CODE, after), limit);
    }

    private RechargeSearch.Which which() {
        if (recharged == null) {
            return RechargeSearch.Which.ALL;
        }
        return recharged.equals("true") ? RechargeSearch.Which.RECHARGED : RechargeSearch.Which.NOT_RECHARGED;
    }
}
