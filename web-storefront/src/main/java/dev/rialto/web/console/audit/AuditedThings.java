package dev.rialto.web.console.audit;

import dev.rialto.staff.AuditEntry;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.cards.BatchPage;
import dev.rialto.web.console.coupon.CouponPage;
import dev.rialto.web.console.goods.GoodsEditPage;
import dev.rialto.web.console.returns.RefundPage;
import dev.rialto.web.console.seller.SellerPage;
import dev.rialto.web.console.settlement.PayoutRunPage;
import dev.rialto.web.console.shop.ShopPage;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The console's pages of what the audit tells of; only of things that stay for good. */
final class AuditedThings {
    private static final Map<String, Class<? extends ConsolePage>> PAGES = Map.of(
            "goods", GoodsEditPage.class,
            "coupon", CouponPage.class,
            "code-batch", BatchPage.class,
            "refund_owed", RefundPage.class,
            "seller", SellerPage.class,
            "site", ShopPage.class,
            "payout_run", PayoutRunPage.class);

    private AuditedThings() {}

    /** The page of the thing, when there is one that the reader may see. */
    static Optional<String> page(Visit visit, AuditEntry entry) {
        return Optional.ofNullable(PAGES.get(entry.subjectKind()))
                .flatMap(page -> id(entry.subjectId()).flatMap(id -> visit.address(page, id)));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException anotherName) {
            return Optional.empty();
        }
    }
}
