package dev.rialto.hosting;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.HostName;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The rows of own domains; {@link OwnDomains} decides who may. */
@Stateless
@Boundary
public class DomainBook {
    private static final String DOMAINS = """
            select d.id, d.tenant_id, d.site_id, d.host, upper(d.method) as method, d.token, upper(d.state) as state,
                   d.reason, d.points_here, d.added_at, d.checked_at, d.proved_at, d.failing_since,
                   coalesce((select h.is_primary from site_host h where h.host = d.host and h.site_id = d.site_id), false)
                       as "primary"
            from site_domain d
            """;
    /** How long a look may take before another unit tries. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int MOST_ALIVE = 10;

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public DomainBook(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DomainBook() {}

    /** The domains of a site, the alive ones first; ended ones for the record. */
    public List<DomainView> of(Caller caller, UUID site) {
        return database.sql()
                .createQuery(DOMAINS + """
                        where d.site_id = :site
                        order by d.state not in ('pending', 'active', 'failing'), d.id desc limit 50
                        """)
                .bind("site", site)
                .mapTo(DomainView.class)
                .list();
    }

    /**
     * One domain.
     *
     * @throws DomainException {@link DomainError#DOMAIN_NOT_FOUND}, also for another seller's
     */
    public DomainView one(Caller caller, UUID domain) {
        return database.sql()
                .createQuery(DOMAINS + "where d.id = :id")
                .bind("id", domain)
                .mapTo(DomainView.class)
                .findOne()
                .orElseThrow(DomainError.DOMAIN_NOT_FOUND::now);
    }

    /** Writes a wish down; of two for one name the second is refused. */
    public UUID add(Caller caller, SiteView site, HostName host, ProofMethod method) {
        // one at a time, so that a name and a name under it cannot slip past each other
        database.sql().execute("select pg_advisory_xact_lock(hashtext('site_domain'))");
        requireFree(site, host);
        UUID id = Ids.next();
        database.sql()
                .createUpdate("""
                        insert into site_domain (id, tenant_id, site_id, host, method, token, state, added_by, added_at,
                                                 next_check_at)
                        values (:id, :tenant, :site, :host, :method, :token, 'pending', :by, :now, :now)
                        """)
                .bind("id", id)
                .bind("tenant", site.tenantId())
                .bind("site", site.id())
                .bind("host", host.text())
                .bind("method", method.stored())
                .bind("token", Tokens.next())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        audit.record(caller, Audit.Deed.of("domain.add", "site_domain", id));
        return id;
    }

    private void requireFree(SiteView site, HostName host) {
        String why = database.sql()
                .createQuery("""
                        select case
                            when exists (select from site_domain d where d.host = :host and d.site_id = :site
                                         and d.state in ('pending', 'active', 'failing')) then 'added'
                            when exists (select from site_domain d where d.host = :host
                                         and d.state in ('pending', 'active', 'failing')) then 'taken'
                            when exists (select from site_host h where h.host = :host and h.site_id <> :site) then 'taken'
                            when exists (select from storefront_application a where a.host = :host
                                         and a.state = 'submitted' and a.tenant_id <> :tenant) then 'taken'
                            when exists (select from site_host h where h.tenant_id <> :tenant
                                         and right(:host, length(h.host) + 1) = '.' || h.host) then 'under_another'
                            when (select count(*) from site_domain d where d.site_id = :site
                                  and d.state in ('pending', 'active', 'failing')) >= :most then 'ten_domains'
                            else '' end
                        """)
                .bind("host", host.text())
                .bind("site", site.id())
                .bind("tenant", site.tenantId())
                .bind("most", MOST_ALIVE)
                .mapTo(String.class)
                .one();
        if (!why.isEmpty()) {
            throw DomainError.DOMAIN_NOT_FREE.because("host", why);
        }
    }

    /** Claims domains whose proof is to be looked at; a claim ends by itself after five minutes. */
    public List<DomainView> claimDue(Caller worker, int limit) {
        List<UUID> due = database.sql()
                .createQuery("""
                        with due as (
                            select id from site_domain
                            where next_check_at <= :now and state in ('pending', 'active', 'failing')
                            order by next_check_at limit :limit for update skip locked)
                        update site_domain d set next_check_at = :until from due where d.id = due.id returning d.id
                        """)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(LEASE))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
        return database.sql()
                .createQuery(DOMAINS + "where d.id = any(:ids) order by d.id")
                .bind("ids", due.toArray(UUID[]::new))
                .mapTo(DomainView.class)
                .list();
    }

    /** The proof that a host of a site must show, while the storefront answers there. */
    public String proofServed(Caller caller, UUID site, String host) {
        return database.sql()
                .createQuery(DOMAINS + """
                        where d.site_id = :site and d.host = :host and d.method = 'file' and d.state in ('active', 'failing')
                        """)
                .bind("site", site)
                .bind("host", host)
                .mapTo(DomainView.class)
                .findOne()
                .map(DomainView::proof)
                .orElse("");
    }
}
