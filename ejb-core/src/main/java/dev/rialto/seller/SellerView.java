package dev.rialto.seller;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seller with all the back office knows.
 *
 * @param commissionBp the mall's commission on sales, in basis points
 * @param appliedBy account that applied, the first owner
 * @param decisionReason what was given as the reason of the last decision
 * @param version for changes, so that nobody overwrites a change he has not seen
 */
public record SellerView(
        UUID id,
        SellerState state,
        String name,
        @Nullable String legalName,
        @Nullable String registrationNumber,
        String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String address,
        Map<String, String> about,
        int commissionBp,
        UUID appliedBy,
        Instant appliedAt,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        long version) {
    public SellerView {
        about = Map.copyOf(about);
    }
}
