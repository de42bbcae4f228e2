package dev.rialto.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock of one variant. Present and sold together are what was received and corrected (D88).
 *
 * @param onHand units present
 * @param held units of these kept for checkouts
 * @param available units that can be sold
 * @param sold units sold so far, less those returned
 * @param received units received
 * @param corrected units by which people corrected it, above or below 0
 * @param lowAt from how few available units on it runs low
 */
public record StockLevel(
        UUID variantId,
        UUID goodsId,
        UUID tenantId,
        String sellerName,
        String title,
        String variantTitle,
        @Nullable String sku,
        long onHand,
        long held,
        long available,
        long sold,
        long received,
        long corrected,
        long lowAt) {

    public boolean isLow() {
        return available <= lowAt;
    }
}
