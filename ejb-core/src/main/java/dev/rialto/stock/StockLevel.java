package dev.rialto.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock of one variant. Present and sold together are what was received, returned and corrected (D88).
 *
 * @param onHand units present
 * @param held units of these kept for checkouts
 * @param available units that can be sold
 * @param sold units sold so far, less those returned
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
        long sold) {}
