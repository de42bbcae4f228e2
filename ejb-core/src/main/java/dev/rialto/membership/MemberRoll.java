package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The members as the back office sees them: all for operators, for a seller those who joined at his storefronts (D9,
 * A28, A30).
 */
@Stateless
@Boundary
public class MemberRoll {
    private static final int MOST = 200;

    private MemberRows rows;

    @Inject
    public MemberRoll(MemberRows rows) {
        this.rows = rows;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MemberRoll() {}

    /**
     * What is looked for.
     *
     * @param text part of a name or of an address
     * @param joinSiteId only those who carry this site's mark
     * @param after cursor of the page before
     * @param limit rows a page, 200 at most
     */
    public record Filter(
            @Nullable String text,
            @Nullable UUID joinSiteId,
            @Nullable String after,
            int limit) {
        public static Filter all() {
            return new Filter(null, null, null, 50);
        }
    }

    /** Latest first. */
    public Page<MemberSummary> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<MemberSummary> found = rows.list(caller.asWorker(), filter, scope(caller), limit + 1);
        boolean more = found.size() > limit;
        List<MemberSummary> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? page.get(limit - 1).accountId().toString() : null);
    }

    /** How many members carry the mark of which site. */
    public Map<UUID, Long> countBySite(Caller caller) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        return rows.countBySite(caller.asWorker(), scope(caller));
    }

    /** The active account of a mail address, for taking somebody on as staff. */
    public Optional<UUID> accountOf(Caller caller, String email) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        return EmailAddress.parse(email).flatMap(address -> rows.accountOf(caller.asWorker(), address.text()));
    }

    /** Names of staff and of those who decided something. */
    public Map<UUID, String> names(Caller caller, List<UUID> accounts) {
        if (caller.role() == Caller.Role.SHOPPER) {
            throw MembershipError.MEMBER_NOT_FOUND.now();
        }
        return rows.names(caller.asWorker(), accounts);
    }

    private static @Nullable UUID scope(Caller caller) {
        return switch (caller.role()) {
            case TENANT -> caller.requireTenant();
            case MALL, WORKER -> null;
            case SHOPPER -> throw MembershipError.MEMBER_NOT_FOUND.now();
        };
    }
}
