package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return as its buyer sees it.
 *
 * @param state requested, approved, refused, received, inspected, refunded, exchanged or closed
 * @param answer what the seller said last
 */
public record OrderReturn(
        String number,
        String sellerName,
        String state,
        String wish,
        String reason,
        @Nullable String answer,
        Money refund,
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
            int quantity,
            @Nullable Integer accepted,
            @Nullable String replacementTitle) {}
}
