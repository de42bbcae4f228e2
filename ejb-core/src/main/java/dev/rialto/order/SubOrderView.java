package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seller's part of an order; amounts in minor units of the order's currency.
 *
 * @param discountTotal what rate and coupon take off
 * @param couponCode what the coupon is called; null when there is none
 * @param couponTotal what of the discount is the coupon's
 */
public record SubOrderView(
        UUID id,
        String number,
        UUID tenantId,
        String sellerName,
        @Nullable String sellerContact,
        SubOrderState state,
        String deliveryName,
        long goodsTotal,
        long discountTotal,
        long deliveryTotal,
        long taxTotal,
        long total,
        long version,
        @Nullable String couponCode,
        long couponTotal,
        boolean couponByMall,
        List<Line> lines,
        List<Shipment> shipments) {
    public SubOrderView {
        lines = lines == null ? List.of() : List.copyOf(lines);
        shipments = shipments == null ? List.of() : List.copyOf(shipments);
    }

    /** May it be called off: nothing of it has left in a parcel. What was handed over as a code may be, while that lives. */
    public boolean isCancellable() {
        boolean handedOver = state == SubOrderState.DELIVERED && lines.stream().allMatch(line -> line.shipped() == 0);
        return handedOver || state.mayBecome(SubOrderState.CANCELLED);
    }

    /** One line and how much of it has shipped. */
    public record Line(
            UUID id,
            UUID variantId,
            UUID goodsId,
            String title,
            String variantTitle,
            @Nullable String sku,
            @Nullable String pictureKey,
            int quantity,
            int shipped,
            long listPrice,
            int discountBp,
            long unitPrice,
            int taxBp,
            long amount,
            long tax,
            long coupon) {
        /** The line before the coupon. */
        public long fullAmount() {
            return amount + coupon;
        }
    }

    /** A parcel on its way. */
    public record Shipment(
            UUID id, String carrier, @Nullable String trackingNumber, Instant shippedAt) {}
}
