package dev.rialto.coupon;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that may apply to a cart, as the database tells it; amounts by currency, in minor units.
 *
 * @param code empty when it applies by itself
 * @param byMall true when the mall bears it
 * @param problem why it cannot be used; null when it can
 * @param fits the variants of the cart that it is for
 */
public record CouponOffer(
        UUID id,
        String code,
        String name,
        CouponKind kind,
        @Nullable Integer percentBp,
        Map<String, Long> amounts,
        Map<String, Long> floors,
        Map<String, Long> caps,
        boolean byMall,
        @Nullable String problem,
        Set<UUID> fits) {
    private static final TypeReference<List<CouponOffer>> LIST = new TypeReference<>() {};

    public CouponOffer {
        amounts = Map.copyOf(amounts);
        floors = Map.copyOf(floors);
        caps = Map.copyOf(caps);
        fits = Set.copyOf(fits);
    }

    /** Reads what the function {@code coupons_for} told. */
    public static List<CouponOffer> read(String json) {
        return Json.read(json, LIST);
    }
}
