package dev.rialto.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sums of stock: of a filter, or of one company.
 *
 * @param tenantId whose; null for the sum of a filter
 * @param variants how many variants
 * @param low how many of these run low
 */
public record StockTotals(
        @Nullable UUID tenantId,
        String sellerName,
        long variants,
        long onHand,
        long held,
        long available,
        long sold,
        long received,
        long corrected,
        long low) {

    /** What people received and corrected is what is there and what was sold (D88). */
    public boolean isEven() {
        return onHand + sold == received + corrected;
    }
}
