package dev.rialto.seller;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site to be made.
 *
 * @param tenantId its seller; null for the mall's own front
 * @param country two letters
 * @param languages offered, the default first
 * @param currencies offered, the default first
 * @param zone time zone of its business days
 */
record NewSite(
        @Nullable UUID tenantId,
        String name,
        HostName host,
        ThemeDocument theme,
        boolean goodsScopeAll,
        List<UUID> categoryIds,
        int discountBp,
        int handlingBp,
        String country,
        List<String> languages,
        List<String> currencies,
        String zone) {

    String kind() {
        return tenantId == null ? "mall" : "storefront";
    }
}
