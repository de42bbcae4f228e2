package dev.rialto.commission;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads and writes rules. */
@ApplicationScoped
class CommissionRows {
    private static final int MOST = 200;
    private static final String SELECT = """
            select r.id, r.name, r.tenant_id, s.name as seller_name, r.site_id, t.name as site_name, r.category_id,
                   (select c.name from category_text c where c.category_id = r.category_id
                    order by c.language = :language desc, c.language = 'en' desc, c.language limit 1) as category_name,
                   r.currency, r.rate_bp, r.fixed_minor, r.floor_minor, r.cap_minor, r.tax_bp, r.valid_from,
                   r.valid_until, r.created_at, r.version
            from commission_rule r left join seller s on s.id = r.tenant_id left join site t on t.id = r.site_id
            """;

    private final Database database;
    private final Clock clock;

    @Inject
    CommissionRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CommissionRows() {
        this(null, null);
    }

    Page<CommissionRule> list(CommissionFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Keyset after = Keyset.read(filter.cursor(), CommissionError.COMMISSION_INVALID);
        return Page.of(
                database.sql()
                        .createQuery(SELECT + """
                                where (:tenant::uuid is null or r.tenant_id = :tenant or r.tenant_id is null)
                                  and (:state::text is null or :state = case
                                      when r.valid_from > :today then 'future'
                                      when r.valid_until < :today then 'ended' else 'current' end)
                                  and (:at::timestamptz is null or (r.created_at, r.id) < (:at, :id::uuid))
                                order by r.created_at desc, r.id desc limit :limit
                                """)
                        .bind("tenant", filter.tenantId())
                        .bind(
                                "state",
                                filter.state() == null ? null : filter.state().key())
                        .bind("today", filter.today())
                        .bind("language", filter.language())
                        .bind("at", after.at())
                        .bind("id", after.id())
                        .bind("limit", limit + 1)
                        .mapTo(CommissionRule.class)
                        .list(),
                limit,
                Function.identity(),
                rule -> Keyset.after(rule.createdAt(), rule.id()));
    }

    CommissionRule one(UUID rule) {
        return database.sql()
                .createQuery(SELECT + " where r.id = :id")
                .bind("id", rule)
                .bind("language", "en")
                .mapTo(CommissionRule.class)
                .findOne()
                .orElseThrow(CommissionError.COMMISSION_NOT_FOUND::now);
    }

    /** One who adds a rule at a time: two rules that overlap could else not see each other. */
    void lock() {
        database.sql()
                .createQuery("select pg_advisory_xact_lock(hashtextextended('commission_rule', 0)) is null")
                .mapTo(boolean.class)
                .one();
    }

    private record Known(boolean seller, boolean site, boolean category) {}

    void requireScope(NewCommissionRule.Scope scope) {
        Known known = database.sql()
                .createQuery("""
                        select :seller::uuid is null or exists (select from seller where id = :seller) as seller,
                               :site::uuid is null or exists (select from site where id = :site) as site,
                               :category::uuid is null or exists (select from category where id = :category) as category
                        """)
                .bind("seller", scope.tenantId())
                .bind("site", scope.siteId())
                .bind("category", scope.categoryId())
                .mapTo(Known.class)
                .one();
        new Violations()
                .check(known.seller(), "company", "unknown")
                .check(known.site(), "shop", "unknown")
                .check(known.category(), "category", "unknown")
                .raise(CommissionError.COMMISSION_INVALID);
    }

    /** The name of a rule for the same sales that holds on one of the new one's days. */
    Optional<String> overlapping(NewCommissionRule rule) {
        return database.sql()
                .createQuery("""
                        select name from commission_rule
                        where tenant_id is not distinct from :tenant::uuid and site_id is not distinct from :site::uuid
                          and category_id is not distinct from :category::uuid
                          and currency is not distinct from :currency::text
                          and daterange(valid_from, valid_until, '[]') && daterange(:from, :until, '[]')
                        order by valid_from limit 1
                        """)
                .bind("tenant", rule.scope().tenantId())
                .bind("site", rule.scope().siteId())
                .bind("category", rule.scope().categoryId())
                .bind("currency", rule.scope().currency())
                .bind("from", rule.validFrom())
                .bind("until", rule.validUntil())
                .mapTo(String.class)
                .findOne();
    }

    void insert(Caller caller, UUID id, NewCommissionRule rule) {
        database.sql()
                .createUpdate("""
                        insert into commission_rule (id, name, tenant_id, site_id, category_id, currency, rate_bp,
                            fixed_minor, floor_minor, cap_minor, tax_bp, valid_from, valid_until, created_by, created_at)
                        values (:id, :name, :tenantId, :siteId, :categoryId, :currency, :rateBp, :fixedMinor, :floorMinor,
                            :capMinor, :taxBp, :validFrom, :validUntil, :by, :now)
                        """)
                .bind("id", id)
                .bindMethods(rule.scope())
                .bindMethods(rule)
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
    }

    boolean end(UUID rule, LocalDate last, long version) {
        return database.sql()
                        .createUpdate("""
                                update commission_rule set valid_until = :last, version = version + 1
                                where id = :id and version = :version
                                """)
                        .bind("last", last)
                        .bind("id", rule)
                        .bind("version", version)
                        .execute()
                == 1;
    }

    CommissionTerms terms(SampleSale sale) {
        return Json.read(
                database.sql()
                        .createQuery("select commission_terms(:seller, :category, :site, :currency, :day)::text")
                        .bind("seller", sale.tenantId())
                        .bind("category", sale.categoryId())
                        .bind("site", sale.siteId())
                        .bind("currency", sale.price().currency())
                        .bind("day", sale.on())
                        .mapTo(String.class)
                        .one(),
                CommissionTerms.class);
    }
}
