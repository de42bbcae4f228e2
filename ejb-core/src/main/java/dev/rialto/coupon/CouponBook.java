package dev.rialto.coupon;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Issues coupons, lists them, stops them and shows their use. Each method needs the permission {@code coupon.edit}. */
@Stateless
@Boundary
public class CouponBook {
    private static final int MOST_LISTED = 5000;

    private CouponRows rows;
    private SiteDirectory sites;
    private Audit audit;

    @Inject
    public CouponBook(CouponRows rows, SiteDirectory sites, Audit audit) {
        this.rows = rows;
        this.sites = sites;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CouponBook() {}

    /**
     * Issues a coupon for a storefront of the caller's seller, or for the mall's front.
     *
     * @return its id
     * @throws DomainException {@link CouponError#INVALID_COUPON} naming the fields, {@link CouponError#COUPON_CODE_TAKEN}
     */
    public UUID issue(Caller caller, IssueCoupon wanted) {
        Permissions.require(caller, Permissions.COUPON_EDIT);
        SiteView site = siteOf(caller, wanted);
        CouponCheck.require(wanted, Set.copyOf(site.currencies()));
        UUID id = Ids.next();
        if (!rows.insert(id, caller.tenant(), wanted, goodsOf(wanted))) {
            throw CouponError.COUPON_CODE_TAKEN.because("code", "taken");
        }
        audit.record(caller, Audit.Deed.of("coupon.issue", "coupon", id));
        return id;
    }

    private UUID[] goodsOf(IssueCoupon wanted) {
        Map<String, UUID> found = rows.goods(wanted.goods());
        Violations wrong = new Violations();
        wanted.goods().stream()
                .filter(slug -> !found.containsKey(slug))
                .forEach(slug -> wrong.add("goods", "unknown_goods", slug));
        wrong.raise(CouponError.INVALID_COUPON);
        return found.values().toArray(UUID[]::new);
    }

    /** A seller's coupon is for its own storefront, the mall's for the mall's front. */
    private SiteView siteOf(Caller caller, IssueCoupon wanted) {
        SiteView site = sites.byId(caller.asWorker(), wanted.siteId());
        if (!Objects.equals(site.tenantId(), caller.tenant())) {
            throw CouponError.INVALID_COUPON.because("site", "unknown");
        }
        return site;
    }

    /**
     * The coupons of the caller, latest first.
     *
     * @throws DomainException {@link CouponError#INVALID_COUPON} when limit or cursor are wrong
     */
    public Page<CouponView> list(Caller caller, CouponFilter filter) {
        Permissions.require(caller, Permissions.COUPON_EDIT);
        if (filter.limit() < 1 || filter.limit() > MOST_LISTED) {
            throw CouponError.INVALID_COUPON.because("limit", "out_of_range");
        }
        Keyset after = Keyset.read(filter.cursor(), CouponError.INVALID_COUPON);
        return Page.of(
                rows.list(filter, after),
                filter.limit(),
                Function.identity(),
                last -> Keyset.after(last.createdAt(), last.id()));
    }

    /** One coupon; {@link CouponError#COUPON_NOT_FOUND} when it is another seller's. */
    public CouponView one(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.COUPON_EDIT);
        return rows.one(id).orElseThrow(CouponError.COUPON_NOT_FOUND::now);
    }

    /** The latest uses of a coupon. */
    public List<CouponUse> uses(Caller caller, UUID id, int limit) {
        one(caller, id);
        return rows.uses(id, Math.min(limit, MOST_LISTED));
    }

    /**
     * Ends a coupon; checkouts that hold it may still use it.
     *
     * @throws DomainException {@link CouponError#COUPON_NOT_FOUND}, {@link CouponError#COUPON_CHANGED}
     */
    public void stop(Caller caller, UUID id, long version) {
        one(caller, id);
        if (!rows.stop(id, version)) {
            throw CouponError.COUPON_CHANGED.now();
        }
        audit.record(caller, Audit.Deed.of("coupon.stop", "coupon", id));
    }
}
