package dev.rialto.settlement;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements as they are read: a seller's own, or all for the mall. */
@Stateless(name = "SettlementStatements")
@Boundary
public class Statements {
    private static final int MOST = 200;
    private static final int MOST_LINES = 100_000;
    private static final String VIEW = """
            select s.id, s.number, p.from_on, p.until_on, s.tenant_id, e.name as seller_name, e.legal_name,
                   e.registration_number, e.address, s.site_id, coalesce(t.name, '') as site_name, s.currency, s.opening,
                   x.goods, x.delivery, x.tax, x.commission, x.fee_tax, x.handling, x.other, x.paid_out, x.reserve,
                   s.closing, s.release_on, s.lines
            from settlement_statement s
            join settlement_period p on p.id = s.period_id
            join seller e on e.id = s.tenant_id
            left join site t on t.id = s.site_id
            cross join lateral (
                select coalesce(sum(l.goods) filter (where l.kind in ('sale', 'exchange', 'refund')), 0)::bigint as goods,
                       coalesce(sum(l.delivery) filter (where l.kind in ('sale', 'exchange', 'refund')), 0)::bigint as delivery,
                       coalesce(sum(l.tax) filter (where l.kind in ('sale', 'exchange', 'refund')), 0)::bigint as tax,
                       coalesce(sum(l.commission) filter (where l.kind in ('sale', 'exchange', 'refund')), 0)::bigint
                           as commission,
                       coalesce(sum(l.fee_tax) filter (where l.kind in ('sale', 'exchange', 'refund')), 0)::bigint as fee_tax,
                       coalesce(sum(l.handling) filter (where l.kind in ('sale', 'exchange', 'refund')), 0)::bigint as handling,
                       coalesce(sum(l.amount) filter (where l.kind in ('correction', 'chargeback')), 0)::bigint as other,
                       coalesce(sum(l.amount) filter (where l.kind in ('payout', 'payout_return')), 0)::bigint as paid_out,
                       coalesce(sum(l.amount) filter (where l.kind in ('reserve', 'release')), 0)::bigint as reserve
                from settlement_line l where l.statement_id = s.id) x
            """;

    private Database database;

    @Inject
    public Statements(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Statements() {}

    /** Statements the caller may see, the latest first; needs {@code settlement.view} (A31). */
    public Page<StatementSummary> list(Caller caller, StatementFilter filter) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        Keyset after = Keyset.read(filter.cursor(), SettlementError.SETTLEMENT_INVALID);
        return Page.of(
                query(filter, after, limit + 1),
                limit,
                Function.identity(),
                last -> Keyset.after(last.closedAt(), last.id()));
    }

    private List<StatementSummary> query(StatementFilter filter, Keyset after, int limit) {
        return database.sql()
                .createQuery("""
                        select s.id, s.number, p.from_on, p.until_on, e.name as seller_name,
                               coalesce(t.name, '') as site_name, s.currency, s.opening, s.total, s.closing, s.closed_at
                        from settlement_statement s
                        join settlement_period p on p.id = s.period_id
                        join seller e on e.id = s.tenant_id
                        left join site t on t.id = s.site_id
                        where (:tenantId::uuid is null or s.tenant_id = :tenantId)
                          and (:siteId::uuid is null or s.site_id = :siteId)
                          and (:periodId::uuid is null or s.period_id = :periodId)
                          and (:text::text is null or starts_with(s.number, upper(:text))
                               or position(lower(:text) in lower(e.name)) > 0)
                          and (:at::timestamptz is null or (s.closed_at, s.id) < (:at, :id::uuid))
                        order by s.closed_at desc, s.id desc limit :most
                        """)
                .bindMethods(filter)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("most", limit)
                .mapTo(StatementSummary.class)
                .list();
    }

    /**
     * One statement.
     *
     * @throws DomainException {@link SettlementError#STATEMENT_NOT_FOUND}
     */
    public StatementView view(Caller caller, UUID statement) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return database.sql()
                .createQuery(VIEW + " where s.id = :id")
                .bind("id", statement)
                .mapTo(StatementView.class)
                .findOne()
                .orElseThrow(SettlementError.STATEMENT_NOT_FOUND::now);
    }

    /** The latest statement of each site and currency of a seller: what its next payout is made of. */
    public List<StatementView> latest(Caller caller, UUID seller) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return database.sql()
                .createQuery(VIEW + """
                         where s.tenant_id = :seller and not exists (
                             select from settlement_statement later join settlement_period q on q.id = later.period_id
                             where later.tenant_id = s.tenant_id and later.site_id = s.site_id
                               and later.currency = s.currency and q.from_on > p.from_on)
                         order by s.currency, t.name, s.id limit 100
                        """)
                .bind("seller", seller)
                .mapTo(StatementView.class)
                .list();
    }

    private record LineRow(
            int number,
            String kind,
            Instant at,
            String reference,
            @Nullable String original,
            long goods,
            long delivery,
            long tax,
            long commission,
            long feeTax,
            long handling,
            long amount,
            String fees) {
        StatementLine line() {
            return new StatementLine(
                    number,
                    kind,
                    at,
                    reference,
                    original,
                    goods,
                    delivery,
                    tax,
                    commission,
                    feeTax,
                    handling,
                    amount,
                    Json.read(fees, new TypeReference<>() {}));
        }
    }

    /** The lines of a statement after a number, in their order. */
    public List<StatementLine> lines(Caller caller, UUID statement, int after, int limit) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return database
                .sql()
                .createQuery("""
                        select number, kind, at, reference, original, goods, delivery, tax, commission, fee_tax, handling,
                               amount, fees::text as fees
                        from settlement_line where statement_id = :statement and number > :after
                        order by number limit :limit
                        """)
                .bind("statement", statement)
                .bind("after", after)
                .bind("limit", Math.max(1, Math.min(limit, MOST_LINES)))
                .mapTo(LineRow.class)
                .stream()
                .map(LineRow::line)
                .toList();
    }

    /** What the mall kept on a statement, by rule, with how many lines used it. */
    public List<RuleSum> rules(Caller caller, UUID statement) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return database.sql()
                .createQuery("""
                        select f ->> 'name' as name, (f ->> 'rateBp')::int as rate_bp, count(*) as lines,
                               sum((f ->> 'basis')::bigint)::bigint as basis, sum((f ->> 'fee')::bigint)::bigint as fee,
                               sum((f ->> 'tax')::bigint)::bigint as tax
                        from settlement_line l, jsonb_array_elements(l.fees) f
                        where l.statement_id = :statement
                        group by f ->> 'ruleId', f ->> 'name', f ->> 'rateBp' order by 1, 2 limit 1000
                        """)
                .bind("statement", statement)
                .mapTo(RuleSum.class)
                .list();
    }
}
