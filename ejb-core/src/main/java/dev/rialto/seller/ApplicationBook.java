package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the wishes for storefronts; {@link StorefrontDesk} decides who may. */
@Stateless
@Boundary
public class ApplicationBook {
    private static final String APPLICATIONS = """
            select a.id, a.tenant_id, s.name as seller_name, upper(a.state) as state, a.name, a.host, a.theme,
                   a.goods_scope = 'all' as goods_scope_all, a.category_ids, a.discount_bp, a.note, a.applied_at,
                   a.decided_at, a.decision_reason, a.site_id
            from storefront_application a join seller s on s.id = a.tenant_id
            """;

    private Database database;
    private SiteBuilder builder;
    private SitePlans plans;
    private Audit audit;
    private Clock clock;

    // hidden, so that it cannot stand in the constructor that the container calls
    @Inject
    SellerLetters letters;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public ApplicationBook(Database database, SiteBuilder builder, SitePlans plans, Audit audit, Clock clock) {
        this.database = database;
        this.builder = builder;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ApplicationBook() {}

    /** Writes a wish down and keeps the host for it; of two for one host the second is refused. */
    public UUID add(Caller caller, UUID tenant, ApplyForStorefront wish, HostName host) {
        plans.requireActive(tenant);
        UUID id = Ids.next();
        int added = database.sql()
                .createUpdate("""
                        insert into storefront_application (id, tenant_id, state, name, host, theme, goods_scope,
                                                            category_ids, discount_bp, note, applied_by, applied_at)
                        values (:id, :tenant, 'submitted', :shopName, :hostName, :theme, :scope, :categories, :discountBp,
                                :note, :by, :now)
                        on conflict do nothing
                        """)
                .bindMethods(wish)
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("shopName", wish.name().strip())
                .bind("hostName", host.text())
                .bind("scope", wish.goodsScopeAll() ? "all" : "categories")
                .bind("categories", wish.categoryIds().toArray(UUID[]::new))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        // read after the wish is written: a storefront that took the host meanwhile is seen
        if (added == 0 || plans.isTaken(host)) {
            throw SellerError.DOMAIN_TAKEN.because("host", "taken");
        }
        audit.record(caller, Audit.Deed.of("storefront.apply", "storefront_application", id));
        return id;
    }

    /** Approves a wish and builds the storefront in the same transaction. */
    public UUID approve(Caller caller, StorefrontDesk.Approval approval) {
        ApplicationView wish = open(caller, approval.applicationId());
        plans.requireActive(wish.tenantId());
        UUID site = builder.build(
                caller, plans.plan(wish.tenantId(), wish.asWished(), new HostName(wish.host()), approval.handlingBp()));
        database.sql()
                .createUpdate("""
                        update storefront_application set state = 'approved', decided_by = :by, decided_at = :now,
                            site_id = :site, version = version + 1
                        where id = :id
                        """)
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("site", site)
                .bind("id", wish.id())
                .execute();
        audit.record(caller, Audit.Deed.of("storefront.approve", "site", site));
        letters.opened(caller, SellerBook.read(database, wish.tenantId()), site, wish);
        return site;
    }

    /** Ends an open wish without a storefront. */
    public void decide(Caller caller, UUID application, ApplicationView.State next, @Nullable String reason) {
        ApplicationView wish = open(caller, application);
        database.sql()
                .createUpdate("""
                        update storefront_application set state = :state, decided_by = :by, decided_at = :now,
                            decision_reason = :reason, version = version + 1
                        where id = :id
                        """)
                .bind("state", next.stored())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("reason", reason)
                .bind("id", wish.id())
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("storefront." + next.stored(), "storefront_application", wish.id())
                        .because(reason));
        if (next == ApplicationView.State.REJECTED) {
            letters.refused(caller, SellerBook.read(database, wish.tenantId()), wish, reason);
        }
    }

    private ApplicationView open(Caller caller, UUID application) {
        database.sql()
                .select("select id from storefront_application where id = ? for update", application)
                .mapTo(UUID.class)
                .findOne();
        ApplicationView wish = find(caller, application).orElseThrow(SellerError.APPLICATION_NOT_FOUND::now);
        if (wish.state() != ApplicationView.State.SUBMITTED) {
            throw SellerError.APPLICATION_STATE.because("state", wish.state().stored());
        }
        return wish;
    }

    /** One wish, if the caller may see it. */
    public Optional<ApplicationView> find(Caller caller, UUID application) {
        return database.sql()
                .createQuery(APPLICATIONS + "where a.id = :id")
                .bind("id", application)
                .mapTo(ApplicationView.class)
                .findOne();
    }

    /** The wishes the caller may see. */
    public List<ApplicationView> list(Caller caller, StorefrontDesk.Filter filter, int limit) {
        return database.sql()
                .createQuery(APPLICATIONS + """
                        where (:state::text is null or a.state = :state) and (:after::uuid is null or a.id < :after)
                        order by a.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("after", filter.after())
                .bind("limit", limit)
                .mapTo(ApplicationView.class)
                .list();
    }
}
