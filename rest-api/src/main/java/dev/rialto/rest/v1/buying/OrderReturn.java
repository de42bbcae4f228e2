package dev.rialto.rest.v1.buying;

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
 * @param callable may the buyer still call it off?
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
        lines = List.copyOf(lines);
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
