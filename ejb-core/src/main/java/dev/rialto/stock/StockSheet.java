package dev.rialto.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts or receipts as they will be booked, or were.
 *
 * @param kind COUNT or RECEIPT
 * @param state open, applied or dropped
 * @param person who made it, if the caller knows
 */
public record StockSheet(
        UUID id,
        String kind,
        @Nullable String reason,
        String state,
        @Nullable String person,
        Instant madeAt,
        List<Line> lines) {

    /**
     * One variant.
     *
     * @param seen what the books had when the figure was taken
     * @param entered the figure
     * @param onHand what the books have now
     * @param available what of it is not held for a checkout
     */
    public record Line(
            UUID variantId,
            String title,
            String variantTitle,
            @Nullable String sku,
            long seen,
            long entered,
            long onHand,
            long available) {}

    public StockSheet {
        lines = List.copyOf(lines);
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    public boolean isCount() {
        return kind.equals("count");
    }

    /** By how much a line changes what is there. */
    public long change(Line line) {
        return isCount() ? line.entered() - line.seen() : line.entered();
    }

    /** Lines that change something. */
    public List<Line> differences() {
        return lines.stream().filter(line -> change(line) != 0).toList();
    }

    /** All that is booked, in units. */
    public long sum() {
        return lines.stream().mapToLong(this::change).sum();
    }
}
