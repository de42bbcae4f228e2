package dev.rialto.capture;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One taking of a part's money.
 *
 * @param amount minor units
 * @param state stored name of a {@link CaptureState}
 * @param requestId stable id of the gateway's call
 * @param reason why the gateway refused
 */
public record CaptureView(
        UUID id,
        UUID paymentId,
        UUID orderId,
        UUID subOrderId,
        long amount,
        String currency,
        String state,
        String requestId,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant settledAt) {

    public Money money() {
        return new Money(amount, currency);
    }

    public CaptureState stateNow() {
        return CaptureState.valueOf(state.toUpperCase(Locale.ROOT));
    }
}
