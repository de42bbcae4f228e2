package dev.rialto.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of stock by a person or an import, at the seller's default place.
 *
 * @param quantity units received or returned (above 0), corrected by (above or below 0), or counted (0 or more)
 * @param reason why; required for a correction
 * @param seen for a count: what the books had when it was counted, so that what sold since stays sold; null for now
 */
public record StockChange(
        Kind kind,
        UUID variantId,
        long quantity,
        @Nullable String reason,
        @Nullable Long seen) {

    public StockChange(Kind kind, UUID variantId, long quantity, @Nullable String reason) {
        this(kind, variantId, quantity, reason, null);
    }

    /** What happened. */
    public enum Kind {
        RECEIPT,
        RETURN,
        CORRECTION,
        /** The quantity is what was counted; the difference becomes the movement. */
        COUNT
    }
}
