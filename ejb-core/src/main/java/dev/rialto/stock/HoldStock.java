package dev.rialto.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Keeps stock for a checkout until an instant, all lines or none. It replaces what the checkout held before.
 *
 * @param lines at most one per variant
 */
public record HoldStock(UUID checkoutId, List<Line> lines, Instant until) {

    /** Units of one variant. */
    public record Line(UUID variantId, long quantity) {
        public Line {
            if (quantity <= 0) {
                throw new IllegalArgumentException("quantity must be above 0, not " + quantity);
            }
        }
    }

    public HoldStock {
        lines = List.copyOf(lines);
        if (lines.stream().map(Line::variantId).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("a variant stands on one line only");
        }
    }
}
