package dev.rialto.checkout;

import dev.rialto.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery method to choose.
 *
 * @param price null while it depends on the address
 * @param chosen true for the one that will be taken
 */
public record DeliveryChoice(UUID id, String name, @Nullable Money price, int daysFrom, int daysTo, boolean chosen) {}
