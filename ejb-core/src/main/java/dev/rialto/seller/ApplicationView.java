package dev.rialto.seller;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a storefront and what became of it.
 *
 * @param decisionReason why it was rejected
 * @param siteId the storefront it became
 */
public record ApplicationView(
        UUID id,
        UUID tenantId,
        String sellerName,
        State state,
        String name,
        String host,
        String theme,
        boolean goodsScopeAll,
        List<UUID> categoryIds,
        int discountBp,
        @Nullable String note,
        Instant appliedAt,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable UUID siteId) {

    /** How far it has come. */
    public enum State {
        SUBMITTED,
        APPROVED,
        REJECTED,
        WITHDRAWN;

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ApplicationView {
        categoryIds = List.copyOf(categoryIds);
    }

    ApplyForStorefront asWished() {
        return new ApplyForStorefront(name, host, theme, goodsScopeAll, categoryIds, discountBp, note);
    }
}
