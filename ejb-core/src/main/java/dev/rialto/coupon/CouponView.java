package dev.rialto.coupon;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as its issuer sees it; amounts by currency, in minor units.
 *
 * @param code empty when it applies by itself
 * @param state active, upcoming, ended or stopped
 * @param used uses held or made
 */
public record CouponView(
        UUID id,
        UUID siteId,
        String siteName,
        boolean byMall,
        String code,
        String name,
        CouponKind kind,
        int percentBp,
        Map<String, Long> amounts,
        Map<String, Long> floors,
        Map<String, Long> caps,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer totalLimit,
        @Nullable Integer memberLimit,
        int scope,
        String state,
        int used,
        Instant createdAt,
        long version) {
    public CouponView {
        amounts = Map.copyOf(amounts);
        floors = Map.copyOf(floors);
        caps = Map.copyOf(caps);
    }

    /** Can it still be stopped? */
    public boolean isStoppable() {
        return state.equals("active") || state.equals("upcoming");
    }

    /** The goods and categories it is for are named. */
    public boolean isScoped() {
        return scope > 0;
    }
}
