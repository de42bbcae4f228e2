package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return as its buyer sees it.
 *
 * @param state requested, approved, refused, received, inspected, to_pay, refunded, exchanged, closed or called_off
 * @param answer what the seller said last
 * @param extra what the replacement costs more
 * @param extraPaid was that paid?
 * @param callable may it still be called off?
 */
public record OrderReturn(
        String number,
        String sellerName,
        String state,
        String wish,
        String reason,
        @Nullable String answer,
        Money refund,
        Money extra,
        boolean extraPaid,
        boolean callable,
        Instant requestedAt,
        List<Line> lines) {
    public OrderReturn {
        // an older gateway does not tell of it
        extra = extra == null ? Money.zero(refund.currency()) : extra;
        lines = List.copyOf(lines);
    }

    public boolean isExtraPaid() {
        return extraPaid;
    }

    public boolean isCallable() {
        return callable;
    }

    /** Does the replacement wait for the buyer's money? */
    public boolean isToPay() {
        return state.equals("to_pay");
    }

    /**
     * One line.
     *
     * @param accepted null before inspection
     */
    public record Line(
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int quantity,
            @Nullable Integer accepted,
            @Nullable String replacementTitle) {}
}
