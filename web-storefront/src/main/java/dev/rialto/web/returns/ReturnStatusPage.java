package dev.rialto.web.returns;

import dev.rialto.kernel.MallNote;
import dev.rialto.web.port.OrderReturn;
import dev.rialto.web.shop.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The returns of an order and where they stand.
 *
 * @param order address of the order
 * @param again address of the form for another return
 * @param key the key the order was opened with; empty for none
 */
public record ReturnStatusPage(
        String number,
        String order,
        String again,
        String key,
        List<OrderReturn> returns,
        @Nullable String notice,
        Wording wording) {
    public ReturnStatusPage {
        returns = List.copyOf(returns);
    }

    public String state(OrderReturn about) {
        return wording.say("return.state." + about.state());
    }

    public String wish(OrderReturn about) {
        return wording.say("return.wish." + about.wish());
    }

    /** Why goods come back: as the buyer wrote it, or as the mall itself says it in a sandbox. */
    public String reason(OrderReturn about) {
        return MallNote.said(about.reason(), wording.locale());
    }
}
