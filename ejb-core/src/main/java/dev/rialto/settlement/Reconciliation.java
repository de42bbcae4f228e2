package dev.rialto.settlement;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Compares the books with the statements. */
@Stateless
@Boundary
public class Reconciliation {
    private static final int MOST = 2_000;
    private static final String BALANCES = """
            with books as (
                select a.tenant_id, a.currency,
                       -sum(e.amount) filter (where a.purpose in ('seller', 'delivery', 'tax')) as unsettled,
                       -sum(e.amount) filter (where a.purpose = 'payable') as payable,
                       -sum(e.amount) filter (where a.purpose = 'reserve') as reserve
                from ledger_account a join ledger_entry e on e.account_id = a.id
                where a.tenant_id is not null and a.purpose in ('seller', 'delivery', 'tax', 'payable', 'reserve')
                group by a.tenant_id, a.currency),
            open as (
                select tenant_id, currency, -sum(amount) filter (where purpose <> 'payable') as sold,
                       -sum(amount) filter (where purpose = 'payable') as paid
                from unsettled_entries('infinity') group by tenant_id, currency),
            latest as (
                select distinct on (s.tenant_id, s.site_id, s.currency) s.tenant_id, s.currency, s.closing
                from settlement_statement s join settlement_period p on p.id = s.period_id
                order by s.tenant_id, s.site_id, s.currency, p.from_on desc),
            stated as (select tenant_id, currency, sum(closing) as closing from latest group by tenant_id, currency),
            kept as (
                select s.tenant_id, s.currency, sum(s.reserve) as reserve from settlement_statement s
                where not exists (select from settlement_line l where l.kind = 'release' and l.original_id = s.id)
                group by s.tenant_id, s.currency)
            select b.tenant_id, e.name as seller_name, b.currency, coalesce(b.unsettled, 0)::bigint as unsettled,
                   coalesce(o.sold, 0)::bigint as open, coalesce(b.payable, 0)::bigint as payable,
                   (coalesce(s.closing, 0) + coalesce(o.paid, 0))::bigint as stated,
                   coalesce(b.reserve, 0)::bigint as reserve, coalesce(k.reserve, 0)::bigint as stated_reserve
            from books b join seller e on e.id = b.tenant_id
            left join open o on o.tenant_id = b.tenant_id and o.currency = b.currency
            left join stated s on s.tenant_id = b.tenant_id and s.currency = b.currency
            left join kept k on k.tenant_id = b.tenant_id and k.currency = b.currency
            order by e.name, b.tenant_id, b.currency limit :most
            """;

    private Database database;

    @Inject
    public Reconciliation(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Reconciliation() {}

    /** The balances the caller may see, by seller and currency; needs {@code settlement.view}. */
    public List<Balance> balances(Caller caller) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return database.sql()
                .createQuery(BALANCES)
                .bind("most", MOST)
                .mapTo(Balance.class)
                .list();
    }
}
