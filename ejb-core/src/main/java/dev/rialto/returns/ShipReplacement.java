package dev.rialto.returns;

import dev.rialto.kernel.Violations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replacements handed to a carrier.
 *
 * @param trackingNumber null when the carrier has none
 * @param version of the return that was read
 */
public record ShipReplacement(
        UUID returnId, String carrier, @Nullable String trackingNumber, long version) {

    void check() {
        new Violations()
                .text("carrier", carrier, 60)
                .optionalText("trackingNumber", trackingNumber, 60)
                .raise(ReturnError.RETURN_INVALID);
    }

    @Nullable
    String tracking() {
        return trackingNumber == null || trackingNumber.isBlank() ? null : trackingNumber.strip();
    }
}
