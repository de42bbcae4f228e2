package dev.rialto.system.sales;

import java.util.List;

/** Sales of long ago that nobody has settled, and what tests do with the statements that come of them. */
public final class OldSales {
    /** Three sales in each of thirteen currencies for two sellers: statements for three chunks of the job. */
    public static final String MADE = """
            with site as (select id from site where kind = 'mall'),
            party as (
                select s.id as tenant_id, c.code, row_number() over (order by s.id, c.code) as n
                from (select id from seller where state = 'active' order by id limit 2) s,
                     unnest(array['KRW', 'USD', 'EUR', 'JPY', 'CNY', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SEK', 'NOK', 'DKK'])
                         c (code)),
            account as (
                insert into ledger_account (id, purpose, tenant_id, currency)
                select gen_random_uuid(), k.purpose, case when k.purpose = 'seller' then p.tenant_id end, p.code
                from party p, unnest(array['seller', 'gateway', 'mall']) k (purpose) where k.purpose = 'seller' or p.n <= 13
                on conflict do nothing returning id, purpose, tenant_id, currency),
            sold as (
                insert into ledger_transfer (id, kind, memo, at)
                select gen_random_uuid(), 'sale', p.tenant_id || ' ' || p.code || ' ' || i,
                       now() - interval '110 days' + make_interval(secs => p.n * 10 + i)
                from party p, generate_series(1, 3) i returning id, memo)
            insert into ledger_entry (transfer_id, number, account_id, tenant_id, amount, currency)
            select s.id, k.number, a.id, a.tenant_id, k.amount * split_part(s.memo, ' ', 3)::int, a.currency
            from sold s, account a, (values (1, 'gateway', 1100), (2, 'seller', -1000), (3, 'mall', -100))
                k (number, purpose, amount)
            where a.purpose = k.purpose and a.currency = split_part(s.memo, ' ', 2)
              and (a.tenant_id is null or a.tenant_id::text = split_part(s.memo, ' ', 1))
            """;

    /** Everything that is kept of statements, row by row. */
    public static final List<String> STORED = List.of(
            "select s::text from settlement_statement s order by id",
            "select l::text from settlement_line l order by statement_id, number",
            "select t.id || t.kind || t.memo from ledger_transfer t where kind = 'settlement' order by id",
            "select e::text from ledger_entry e join ledger_transfer t on t.id = e.transfer_id"
                    + " where t.kind = 'settlement' order by e.transfer_id, e.number");

    /** Takes back all that was settled, as nobody but the database's superuser can; the period stays asked for. */
    public static final String UNSETTLED = """
            set session_replication_role = replica;
            delete from ledger_entry where transfer_id in (select transfer_id from settlement_statement);
            delete from ledger_transfer where kind = 'settlement';
            delete from settlement_line;
            delete from settlement_statement;
            update settlement_period set closed_at = null;
            """;

    private OldSales() {}
}
