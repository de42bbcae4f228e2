package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Storefronts: from the wish for one to its end (A4 to A10, A36, D14, D15). */
@Stateless
@Boundary
public class StorefrontDesk {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int LARGEST_HANDLING_BP = 5000;

    private ApplicationBook applications;
    private StorefrontBook book;
    private SiteBook sites;

    @Inject
    public StorefrontDesk(ApplicationBook applications, StorefrontBook book, SiteBook sites) {
        this.applications = applications;
        this.book = book;
        this.sites = sites;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StorefrontDesk() {}

    /** What is looked for; null is any. Lists run from the latest back. */
    public record Filter(
            ApplicationView.@Nullable State state, @Nullable UUID after, int limit) {
        public static Filter all() {
            return new Filter(null, null, 50);
        }
    }

    /** An approval and what the mall keeps of each sale there, in basis points. */
    public record Approval(UUID applicationId, int handlingBp) {}

    /**
     * Applies for the caller's own seller, never for another (A5).
     *
     * @return the application's id
     * @throws DomainException {@link SellerError#INVALID_SITE} naming the fields, {@link SellerError#DOMAIN_TAKEN},
     *     {@link SellerError#SELLER_STATE} while the seller is not active
     */
    public UUID apply(Caller caller, ApplyForStorefront wish) {
        Permissions.require(caller, Permissions.SITE_APPLY);
        UUID tenant = ownTenant(caller);
        return applications.add(caller.asWorker(), tenant, wish, wish.raiseIfWrong());
    }

    /** Takes an open application back. */
    public void withdraw(Caller caller, UUID application) {
        Permissions.require(caller, Permissions.SITE_APPLY);
        own(caller, application);
        applications.decide(caller.asWorker(), application, ApplicationView.State.WITHDRAWN, null);
    }

    /**
     * Approves an application: the storefront answers from the end of this call on (A6).
     *
     * @return the new site's id
     * @throws DomainException {@link SellerError#APPLICATION_NOT_FOUND}, {@link SellerError#APPLICATION_STATE},
     *     {@link SellerError#DOMAIN_TAKEN}, {@link SellerError#SELLER_STATE}
     */
    public UUID approve(Caller caller, Approval approval) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        requireHandling(approval.handlingBp());
        return applications.approve(caller.asWorker(), approval);
    }

    /** Turns an application down; the reason is told. */
    public void reject(Caller caller, UUID application, String reason) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        applications.decide(caller.asWorker(), application, ApplicationView.State.REJECTED, reason(reason));
    }

    /**
     * Makes a storefront with defaults in one call (D15).
     *
     * @param tenant the seller
     * @return the new site's id
     */
    public UUID build(Caller caller, UUID tenant, String name, String host) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        ApplyForStorefront wish =
                new ApplyForStorefront(name, host, ShippedThemes.first().name(), true, List.of(), 0, null);
        return book.build(caller.asWorker(), tenant, wish, wish.raiseIfWrong());
    }

    /**
     * Makes a storefront with defaults, its name and host made from the seller's where they are left out (D15).
     *
     * @param domain under which free names are given
     * @return the new site's id
     */
    public UUID buildWithDefaults(Caller caller, UUID tenant, String domain) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        FreeName free = book.freeName(caller.asWorker(), tenant, domain);
        return build(caller, tenant, free.name(), free.host());
    }

    /** A name and a host that nobody has. */
    public record FreeName(String name, String host) {}

    /**
     * Opens the mall's own front at first start; a mall that stands is left as it is.
     *
     * @param caller a worker
     * @return the site's id
     */
    public UUID openMall(Caller caller, OpenMall mall) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        return book.openMall(caller.asWorker(), mall);
    }

    /** Applications the caller may see: all for operators, his own for a seller. */
    public Page<ApplicationView> applications(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.SITE_VIEW);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<ApplicationView> found = applications.list(caller, filter, limit + 1);
        boolean more = found.size() > limit;
        List<ApplicationView> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? page.get(limit - 1).id().toString() : null);
    }

    /**
     * One application.
     *
     * @throws DomainException {@link SellerError#APPLICATION_NOT_FOUND}, also for another seller's
     */
    public ApplicationView application(Caller caller, UUID application) {
        Permissions.require(caller, Permissions.SITE_VIEW);
        return own(caller, application);
    }

    /** The sites the caller may manage, the mall first. */
    public List<SiteView> sites(Caller caller) {
        Permissions.require(caller, Permissions.SITE_VIEW);
        return sites.all(caller);
    }

    /**
     * One site as the database has it.
     *
     * @throws DomainException {@link SellerError#SITE_NOT_FOUND}, also for another seller's
     */
    public SiteView site(Caller caller, UUID site) {
        Permissions.require(caller, Permissions.SITE_VIEW);
        return managed(caller, site);
    }

    /**
     * Changes a site; nothing of another site changes with it (A9, A10).
     *
     * @throws DomainException {@link SellerError#INVALID_SITE}, {@link SellerError#SITE_NOT_FOUND},
     *     {@link SellerError#SITE_STATE} while it is suspended or closed for good,
     *     {@link SellerError#CHANGED_MEANWHILE}
     */
    public void updateSite(Caller caller, UpdateSite change) {
        Permissions.require(caller, Permissions.SITE_EDIT);
        change.raiseIfWrong();
        managed(caller, change.siteId());
        book.update(caller.asWorker(), change);
    }

    /** Stops a storefront: its host shows a closed page; the goods stay on sale in the mall (A36). */
    public void suspend(Caller caller, UUID site, String reason) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        book.moveSite(caller.asWorker(), site, SiteView.State.SUSPENDED, reason(reason));
    }

    /** Opens a suspended storefront again. */
    public void reopen(Caller caller, UUID site) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        book.moveSite(caller.asWorker(), site, SiteView.State.OPEN, null);
    }

    /** Ends a storefront for good; orders stay readable and its host shows that it is closed (A36). */
    public void close(Caller caller, UUID site, String reason) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        book.moveSite(caller.asWorker(), site, SiteView.State.CLOSED, reason(reason));
    }

    private ApplicationView own(Caller caller, UUID application) {
        return applications.find(caller, application).orElseThrow(SellerError.APPLICATION_NOT_FOUND::now);
    }

    private SiteView managed(Caller caller, UUID site) {
        return SiteBook.own(caller, sites.view(caller, site));
    }

    private static UUID ownTenant(Caller caller) {
        if (caller.tenant() == null) {
            throw SellerError.NOT_PERMITTED.because("tenant", "required");
        }
        return caller.requireTenant();
    }

    private static void requireHandling(int basisPoints) {
        new Violations()
                .check(
                        basisPoints >= 0 && basisPoints <= LARGEST_HANDLING_BP,
                        "handlingBp",
                        "out_of_range",
                        0,
                        LARGEST_HANDLING_BP)
                .raise(SellerError.INVALID_SITE);
    }

    private static String reason(String reason) {
        new Violations().text("reason", reason, LONGEST_REASON).raise(SellerError.INVALID_SITE);
        return reason.strip();
    }
}
