package dev.rialto.trial;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of sandboxes; {@link TestMode} decides who may. */
@Stateless
@Boundary
public class TrialBook {
    private static final int TAIL = 6;

    private Database database;
    private Settings settings;
    private Clock clock;

    @Inject
    public TrialBook(Database database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TrialBook() {}

    /** The seller's open sandbox. */
    public Optional<SandboxView> open(Caller caller, UUID seller) {
        return database.sql()
                .createQuery("""
                        select t.id, t.site_id, s.name, h.host, t.opened_at
                        from test_tenant t
                        join seller s on s.id = t.id
                        join lateral (select host from site_host where site_id = t.site_id
                                      order by is_primary desc, host limit 1) h on true
                        where t.tenant_id = :seller and t.closed_at is null
                        """)
                .bind("seller", seller)
                .mapTo(SandboxView.class)
                .findOne();
    }

    /** Is the tenant itself a sandbox? */
    public boolean isTest(Caller caller, UUID tenant) {
        return database.sql()
                .createQuery("select :tenant in (select test_tenants())")
                .bind("tenant", tenant)
                .mapTo(boolean.class)
                .one();
    }

    /** A seller to try out with, whose people are those of the real one. */
    public UUID addSeller(Caller caller, UUID live) {
        UUID id = Ids.next();
        database.sql()
                .createUpdate("""
                        with t as (insert into tenant (id, kind, created_at) values (:id, 'seller', :now) returning id)
                        insert into seller (id, state, name, legal_name, email, phone, country, address, about, applied_by,
                                            applied_at, decided_at, sells)
                        select t.id, 'active', left(s.name, 80) || ' (test ' || right(:id::text, 4) || ')', s.legal_name,
                               s.email, s.phone, s.country, s.address, s.about, s.applied_by, :now, :now, true
                        from t, seller s where s.id = :live
                        """)
                .bind("id", id)
                .bind("live", live)
                .bind("now", clock.instant())
                .execute();
        database.sql().execute("""
                insert into seller_staff (tenant_id, account_id, role, added_at)
                select ?, account_id, role, ? from seller_staff where tenant_id = ?
                """, id, clock.instant(), live);
        database.sql().execute("""
                insert into delivery_method (id, tenant_id, names, kind, countries, rules, free_from, tax_class, days_from,
                                             days_to, position)
                select gen_random_uuid(), ?, names, kind, countries, rules, free_from, tax_class, days_from, days_to, position
                from delivery_method where tenant_id = ? and active
                """, id, live);
        return id;
    }

    /** A free host for a sandbox. */
    public String host(Caller caller, UUID test) {
        String hex = test.toString().replace("-", "");
        return "test-" + hex.substring(hex.length() - TAIL * 2) + "." + settings.storefrontDomain();
    }

    /** Marks the tenant as a sandbox of the seller; of two at one moment the second is refused. */
    public void mark(Caller caller, UUID live, UUID test, UUID site) {
        int added = database.sql()
                .createUpdate("""
                        insert into test_tenant (id, tenant_id, site_id, opened_by, opened_at)
                        values (:test, :live, :site, :by, :now) on conflict do nothing
                        """)
                .bind("test", test)
                .bind("live", live)
                .bind("site", site)
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        if (added == 0) {
            throw TrialError.SANDBOX_OPEN.now();
        }
        // sites kept in memory learn that this one is not to be found
        database.sql().execute("update site set version = version + 1 where id = ?", site);
    }

    /** Ends a sandbox: its storefront, keys and people go, its host is free; what was tried out stays written. */
    public void close(Caller caller, SandboxView sandbox) {
        database.sql().execute("update test_tenant set closed_at = ? where id = ?", clock.instant(), sandbox.id());
        database.sql().execute("update credential set state = 'revoked' where tenant_id = ?", sandbox.id());
        database.sql().execute("delete from seller_staff where tenant_id = ?", sandbox.id());
        database.sql()
                .execute("update site set state = 'closed', version = version + 1 where tenant_id = ?", sandbox.id());
        database.sql().execute("delete from site_host where tenant_id = ?", sandbox.id());
        database.sql().execute("update seller set state = 'closed' where id = ?", sandbox.id());
    }

    /** The latest orders of a sandbox. */
    public List<TrialOrder> orders(Caller caller, UUID test) {
        return database.sql()
                .createQuery("""
                        select s.id, s.order_id, s.number, p.number as order_number, s.state, p.payment_id,
                               coalesce(y.amount, 0) as amount, s.currency, s.total, s.placed_at,
                               exists (select from return_case r where r.sub_order_id = s.id) as returned, s.version
                        from sub_order s join purchase p on p.id = s.order_id left join payment y on y.id = p.payment_id
                        where s.tenant_id = :test order by s.placed_at desc, s.id desc limit 50
                        """)
                .bind("test", test)
                .mapTo(TrialOrder.class)
                .list();
    }
}
