package dev.rialto.stock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts or receipts to be looked at before they are booked.
 *
 * @param reason why, for the movements
 */
public record NewSheet(StockChange.Kind kind, @Nullable String reason, List<Line> lines) {

    /**
     * One variant.
     *
     * @param entered units counted or received
     * @param seen what the books had when it was counted; null for what they have now
     */
    public record Line(
            UUID variantId, long entered, @Nullable Long seen) {}

    public NewSheet {
        if (kind != StockChange.Kind.COUNT && kind != StockChange.Kind.RECEIPT) {
            throw new IllegalArgumentException("a sheet counts or receives, not " + kind);
        }
        lines = List.copyOf(lines);
    }
}
