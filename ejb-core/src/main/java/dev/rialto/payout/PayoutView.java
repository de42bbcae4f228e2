package dev.rialto.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one seller is sent.
 *
 * @param reference in the bank's file
 * @param holder of the account
 * @param accountEnd its last characters
 * @param returnReason what the bank said when it came back
 */
public record PayoutView(
        UUID id,
        UUID tenantId,
        String sellerName,
        String runNumber,
        LocalDate executeOn,
        String reference,
        long amount,
        String currency,
        String stored,
        String holder,
        String accountEnd,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,
        long version) {

    public PayoutState state() {
        return PayoutState.ofStored(stored);
    }
}
