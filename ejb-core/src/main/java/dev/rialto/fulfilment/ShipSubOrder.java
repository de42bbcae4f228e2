package dev.rialto.fulfilment;

import dev.rialto.kernel.Violations;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods handed to a carrier.
 *
 * @param trackingNumber null when the carrier has none
 * @param quantities pieces by order line; empty for all that is left
 * @param version of the sub-order that was read
 */
public record ShipSubOrder(
        UUID subOrderId, String carrier, @Nullable String trackingNumber, Map<UUID, Integer> quantities, long version) {
    public ShipSubOrder {
        quantities = Map.copyOf(quantities);
    }

    void check() {
        new Violations()
                .text("carrier", carrier, 60)
                .optionalText("trackingNumber", trackingNumber, 60)
                .raise(FulfilmentError.SHIPMENT_INVALID);
    }

    @Nullable
    String tracking() {
        return trackingNumber == null || trackingNumber.isBlank() ? null : trackingNumber.strip();
    }
}
