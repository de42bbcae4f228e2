package dev.rialto.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon to issue. Amounts are by currency, in minor units.
 *
 * @param siteId the storefront of the seller, or the mall's front
 * @param code letters, digits and hyphens; empty for one that applies by itself
 * @param percentBp for {@link CouponKind#PERCENT}, basis points
 * @param amounts for {@link CouponKind#FIXED}: what is taken off
 * @param floors from which total of its goods on it applies
 * @param caps what is taken off at most
 * @param validUntil null for no end
 * @param totalLimit uses in all; null for no limit
 * @param memberLimit uses of one member, who must be signed in; null for no limit
 * @param goods names in the addresses of the goods it is for; with both lists empty, all of the site
 * @param categoryIds categories it is for, with those below them
 */
public record IssueCoupon(
        UUID siteId,
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
        List<String> goods,
        List<UUID> categoryIds) {
    public IssueCoupon {
        code = code.strip().toUpperCase(Locale.ROOT);
        name = name.strip();
        amounts = Map.copyOf(amounts);
        floors = Map.copyOf(floors);
        caps = Map.copyOf(caps);
        goods = goods.stream()
                .map(String::strip)
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .toList();
        categoryIds = List.copyOf(categoryIds);
    }
}
