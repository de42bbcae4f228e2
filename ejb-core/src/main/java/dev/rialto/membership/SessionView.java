package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.seller.StaffView;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a cookie.
 *
 * @param siteId the shop it belongs to; null on the console
 * @param accountId who is signed in; null for a guest
 * @param name how the person is addressed
 * @param lapsed true when a sign-in ended because nothing happened for too long
 * @param cartCount units in the cart of this shop
 * @param wished goods on the member's wish list of this shop
 * @param staff what the person is besides a shopper; on the console only
 * @param actingTenantId the seller the person acts for at the moment; on the console only
 * @param entry how the person came in; on the console only
 */
public record SessionView(
        Kind kind,
        @Nullable UUID siteId,
        @Nullable UUID accountId,
        @Nullable String name,
        boolean lapsed,
        @Nullable String language,
        @Nullable String currency,
        int cartCount,
        Set<UUID> wished,
        @Nullable StaffView staff,
        @Nullable UUID actingTenantId,
        SessionEntry entry) {

    /** Shops and console keep their sessions apart (D3). */
    public enum Kind {
        SHOPPER,
        STAFF
    }

    public boolean isSignedIn() {
        return accountId != null;
    }

    /**
     * The caller that requests of this session are made as. Staff act for the mall, for the seller chosen, or for the
     * first seller they work for; until the second factor is given they are nobody.
     */
    public Caller caller(String token, String traceId) {
        if (kind == Kind.SHOPPER || accountId == null || staff == null || entry.isHalfWay()) {
            return Caller.shopper(accountId, kind == Kind.SHOPPER ? token : null, traceId);
        }
        if (actingTenantId != null) {
            return Caller.tenant(actingTenantId, accountId, staff.permissionsAt(actingTenantId), traceId);
        }
        if (staff.mallRole() != null) {
            return Caller.operator(accountId, staff.mallRole().permissions(), traceId);
        }
        StaffView.Workplace first = staff.workplaces().get(0);
        return Caller.tenant(first.tenantId(), accountId, first.permissions(), traceId);
    }

    SessionView of(@Nullable StaffView who) {
        return new SessionView(
                kind,
                siteId,
                accountId,
                name,
                lapsed,
                language,
                currency,
                cartCount,
                wished,
                who,
                actingTenantId,
                entry);
    }
}
