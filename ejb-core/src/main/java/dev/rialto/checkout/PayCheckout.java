package dev.rialto.checkout;

import dev.rialto.payment.PaymentMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last step.
 *
 * @param fingerprint of the offer that was shown
 * @param bankAccountId the mall's account the buyer will transfer to; for deposits
 */
public record PayCheckout(
        Visit visit,
        String fingerprint,
        PaymentMethod method,
        @Nullable UUID bankAccountId) {}
