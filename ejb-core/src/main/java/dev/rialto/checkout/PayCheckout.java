package dev.rialto.checkout;

import dev.rialto.payment.PaymentMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last step.
 *
 * @param fingerprint of the offer that was shown
 * @param bankAccountId the mall's account the buyer will transfer to; for deposits
 * @param returnAddress where the gateway's page sends the buyer back to, without payment and key; null for the site's own
 *     front
 */
public record PayCheckout(
        Visit visit,
        String fingerprint,
        PaymentMethod method,
        @Nullable UUID bankAccountId,
        @Nullable String returnAddress) {

    /** Back to the site's own front. */
    public PayCheckout(Visit visit, String fingerprint, PaymentMethod method, @Nullable UUID bankAccountId) {
        this(visit, fingerprint, method, bankAccountId, null);
    }
}
