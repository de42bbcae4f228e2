package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of members and how they divide (D9, D68 to D72); a seller's are those who joined at his storefronts. */
@Stateless
@Boundary
public class Audience {
    private static final int MOST = 200;

    private AudienceRows rows;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public Audience(AudienceRows rows, SiteDirectory sites, Clock clock) {
        this.rows = rows;
        this.sites = sites;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Audience() {}

    /**
     * Newest members first.
     *
     * @throws DomainException {@link AudienceError#INVALID_CRITERION} naming a value that is none; the permission
     *     {@code member.view} is missing
     */
    public Page<MemberLine> list(Caller caller, AudienceFilter filter) {
        Choice choice = Choice.of(filter, today(caller));
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<MemberLine> found = rows.list(caller.asWorker(), choice, scope(caller), limit + 1);
        boolean more = found.size() > limit;
        List<MemberLine> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? page.get(limit - 1).accountId().toString() : null);
    }

    /** How all members divide, in one statement. */
    public AudienceCounts counts(Caller caller) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        return rows.counts(caller.asWorker(), scope(caller), today(caller));
    }

    private LocalDate today(Caller caller) {
        return LocalDate.ofInstant(
                clock.instant(), ZoneId.of(sites.mall(caller.asWorker()).zone()));
    }

    static @Nullable UUID scope(Caller caller) {
        return switch (caller.role()) {
            case TENANT -> caller.requireTenant();
            case MALL, WORKER -> null;
            case SHOPPER -> throw AudienceError.MEMBER_NOT_FOUND.now();
        };
    }
}
