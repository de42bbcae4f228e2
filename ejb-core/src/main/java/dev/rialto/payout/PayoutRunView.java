package dev.rialto.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of payouts.
 *
 * @param state prepared, approved or cancelled
 * @param payouts how many
 * @param total of all, in minor units
 * @param returned of it came back
 * @param reason why it was cancelled
 */
public record PayoutRunView(
        UUID id,
        String number,
        String currency,
        LocalDate executeOn,
        String state,
        String bank,
        String bankNumber,
        String bankHolder,
        UUID preparedBy,
        Instant preparedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        long payouts,
        long total,
        long returned,
        long version) {

    public boolean isPrepared() {
        return state.equals("prepared");
    }

    public boolean isApproved() {
        return state.equals("approved");
    }

    /** May this person approve it? */
    public boolean waitsFor(@Nullable UUID account) {
        return isPrepared() && account != null && !account.equals(preparedBy);
    }
}
