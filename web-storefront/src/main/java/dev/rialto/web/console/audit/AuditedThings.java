package dev.rialto.web.console.audit;

import dev.rialto.kernel.Ids;
import dev.rialto.staff.AuditEntry;
import dev.rialto.web.console.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The console's pages of what the audit tells of; only of things that stay for good. */
final class AuditedThings {
    private static final Map<String, Place> PLACES = Map.of(
            "goods", new Place("/goods/", "goods", "goods.view"),
            "coupon", new Place("/coupons/", "coupon", "coupon.edit"),
            "code-batch", new Place("/code-batches/", "batch", "code.view"),
            "refund_owed", new Place("/refunds/", "refund", "order.view"),
            "seller", new Place("/sellers/", "seller", "seller.view"),
            "site", new Place("/shops/", "site", "site.view"),
            "payout_run", new Place("/settlement/payouts/", "payoutrun", "payout.prepare"));

    private AuditedThings() {}

    /**
     * @param permission without which the page is not shown
     */
    private record Place(String path, String prefix, String permission) {
        String of(UUID id) {
            return path + Ids.external(prefix, id);
        }
    }

    /** The page of the thing, when there is one that the reader may see. */
    static Optional<String> page(Visit visit, AuditEntry entry) {
        return Optional.ofNullable(PLACES.get(entry.subjectKind()))
                .filter(place -> visit.may(place.permission()))
                .flatMap(place -> id(entry.subjectId()).map(place::of));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException anotherName) {
            return Optional.empty();
        }
    }
}
