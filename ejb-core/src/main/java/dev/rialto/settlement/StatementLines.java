package dev.rialto.settlement;

import dev.rialto.platform.Database;
import dev.rialto.settlement.SettlementWork.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Writes the lines of a statement in sets: what was booked and no statement has, and reserves whose day has come. */
@ApplicationScoped
class StatementLines {
    private static final String WRITE = """
            with moved as (
                select t.id, t.kind, t.at, t.mirrors, t.memo, t.sub_order_id,
                       coalesce(sum(-u.amount), 0)::bigint as amount,
                       coalesce(sum(-u.amount) filter (where u.purpose = 'seller'), 0)::bigint as seller,
                       coalesce(sum(-u.amount) filter (where u.purpose = 'delivery'), 0)::bigint as delivery,
                       coalesce(sum(-u.amount) filter (where u.purpose = 'tax'), 0)::bigint as tax
                from unsettled_entries(:end) u join ledger_transfer t on t.id = u.transfer_id
                where u.tenant_id = :tenantId and u.site_id = :siteId and u.currency = :currency
                group by t.id),
            shared as (
                select m.*, coalesce(s.commission, 0)::bigint as commission, coalesce(s.fee_tax, 0)::bigint as fee_tax,
                       coalesce(s.handling, 0)::bigint as handling
                from moved m cross join lateral (
                    select sum(e.amount) filter (where a.purpose = 'mall') as commission,
                           sum(e.amount) filter (where a.purpose = 'fee_tax') as fee_tax,
                           sum(e.amount) filter (where a.purpose = 'site') as handling
                    from ledger_entry e join ledger_account a on a.id = e.account_id where e.transfer_id = m.id) s),
            released as (
                select s.id, s.number, s.reserve, s.release_on from settlement_statement s
                where s.tenant_id = :tenantId and s.site_id = :siteId and s.currency = :currency and s.reserve > 0
                  and s.release_on < :untilOn
                  and not exists (select from settlement_line l where l.kind = 'release' and l.original_id = s.id)),
            line as (
                select id as transfer_id, kind, at, mirrors, memo, sub_order_id, null::uuid as original_id,
                       null as original, seller - commission - fee_tax - handling as goods, delivery, tax, commission,
                       fee_tax, handling, amount
                from shared
                union all
                select null, 'release', :end::timestamptz, null, '', null, id, number, 0, 0, 0, 0, 0, 0, reserve
                from released)
            insert into settlement_line (statement_id, number, tenant_id, site_id, transfer_id, kind, at, reference,
                original_id, original, goods, delivery, tax, commission, fee_tax, handling, amount, fees)
            select :statement, row_number() over (order by line.at, line.transfer_id nulls last, line.original),
                   :tenantId, :siteId, line.transfer_id, line.kind, line.at,
                   coalesce(p.number, case when line.kind in ('payout', 'payout_return') then line.memo else '' end),
                   coalesce(line.original_id, before.id), coalesce(line.original, before.number),
                   case when line.kind in ('payout', 'payout_return') then 0 else line.goods end, line.delivery, line.tax,
                   line.commission, line.fee_tax, line.handling, line.amount,
                   case when line.kind in ('sale', 'exchange', 'refund', 'chargeback')
                        then settlement_fees(line.transfer_id, line.goods, line.commission, line.fee_tax) else '[]' end
            from line
            left join sub_order p on p.id = line.sub_order_id
            left join lateral (
                select s.id, s.number from settlement_line l join settlement_statement s on s.id = l.statement_id
                where l.transfer_id = line.mirrors and l.site_id = :siteId and l.kind not in ('reserve', 'release')
                limit 1) before on true
            """;

    private final Database database;

    @Inject
    StatementLines(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StatementLines() {
        this(null);
    }

    /** Writes the lines and tells how many. */
    int write(UUID statement, Party party, PeriodBook.Closing period, Instant end) {
        return database.sql()
                .createUpdate(WRITE)
                .bindMethods(party)
                .bind("statement", statement)
                .bind("untilOn", period.untilOn())
                .bind("end", end)
                .execute();
    }

    /**
     * What the lines come to; above zero when the mall owes it.
     *
     * @param seller of the share of goods that was not settled before
     * @param earned all that was sold, less what went back
     * @param released reserves let go
     * @param all everything
     * @param opening carried over from the statement before
     */
    record Sums(long seller, long delivery, long tax, long earned, long released, long all, long opening) {}

    Sums sums(UUID statement, Party party) {
        return database.sql()
                .createQuery("""
                        select coalesce(sum(goods + commission + fee_tax + handling), 0)::bigint as seller,
                               coalesce(sum(delivery), 0)::bigint as delivery, coalesce(sum(tax), 0)::bigint as tax,
                               coalesce(sum(amount) filter (where kind not in ('payout', 'payout_return', 'release')), 0)::bigint
                                   as earned,
                               coalesce(sum(amount) filter (where kind = 'release'), 0)::bigint as released,
                               coalesce(sum(amount), 0)::bigint as all,
                               coalesce((select s.closing from settlement_statement s
                                         join settlement_period p on p.id = s.period_id
                                         where s.tenant_id = :tenantId and s.site_id = :siteId and s.currency = :currency
                                         order by p.from_on desc limit 1), 0) as opening
                        from settlement_line where statement_id = :statement
                        """)
                .bindMethods(party)
                .bind("statement", statement)
                .mapTo(Sums.class)
                .one();
    }

    /** Keeps a part in reserve. */
    void keep(UUID statement, int number, Party party, long amount, Instant at) {
        database.sql()
                .createUpdate("""
                        insert into settlement_line (statement_id, number, tenant_id, site_id, kind, at, amount)
                        values (:statement, :number, :tenantId, :siteId, 'reserve', :at, -:amount)
                        """)
                .bindMethods(party)
                .bind("statement", statement)
                .bind("number", number)
                .bind("amount", amount)
                .bind("at", at)
                .execute();
    }
}
