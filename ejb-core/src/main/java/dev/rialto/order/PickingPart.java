package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order as it is packed: whom it goes to, and what is left to send.
 *
 * @param name and {@code address} are null once the person was erased
 */
public record PickingPart(
        UUID id,
        UUID orderId,
        String number,
        String sellerName,
        SubOrderState state,
        @Nullable String name,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String note,
        String deliveryName,
        long version,
        List<Line> lines) {
    public PickingPart {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param left pieces not shipped yet
     */
    public record Line(
            String title, String variantTitle, @Nullable String sku, int left) {}
}
