package dev.rialto.ledger;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Reads and writes transfers in sets. */
@ApplicationScoped
class LedgerPosting {
    private final Database database;
    private final Clock clock;
    private final Set<AccountKey> seen = ConcurrentHashMap.newKeySet();

    @Inject
    LedgerPosting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected LedgerPosting() {
        this(null, null);
    }

    private record Line(LedgerTransfer transfer, int number, LedgerEntry entry) {}

    /** The fees of a sale that is posted. */
    record Fees(UUID transferId, SubOrderSale sold) {
        private List<FeeLine> lines() {
            return sold.fees().stream()
                    .map(fee -> new FeeLine(
                            transferId, sold.tenantId(), sold.goods().currency(), fee))
                    .toList();
        }
    }

    private record FeeLine(UUID transferId, UUID tenantId, String currency, SaleFee fee) {}

    /** Posts transfers with two statements, whatever their number; missing accounts are opened. */
    void post(List<LedgerTransfer> transfers) {
        post(transfers, List.of());
    }

    /** The same for sales, with what the mall keeps of each line and why. */
    void post(List<LedgerTransfer> transfers, List<Fees> sold) {
        List<Line> lines = new ArrayList<>();
        for (LedgerTransfer transfer : transfers) {
            for (int i = 0; i < transfer.entries().size(); i++) {
                lines.add(new Line(transfer, i + 1, transfer.entries().get(i)));
            }
        }
        if (!lines.isEmpty()) {
            openAccounts(lines);
            write(
                    transfers,
                    lines,
                    sold.stream().flatMap(each -> each.lines().stream()).toList());
        }
    }

    /** Opens accounts that this unit has not seen yet; one that was there before is there for good. */
    private void openAccounts(List<Line> lines) {
        Set<AccountKey> wanted = lines.stream().map(AccountKey::of).collect(Collectors.toSet());
        if (seen.containsAll(wanted)) {
            return;
        }
        List<AccountKey> opened = bind(database.sql().createQuery("""
                        insert into ledger_account (id, purpose, tenant_id, site_id, currency)
                        select distinct on (purpose, tenant, site, currency) id, purpose, tenant, site, currency
                        from unnest(:ids::uuid[], :purposes::text[], :tenants::uuid[], :sites::uuid[], :currencies::text[])
                            as wanted (id, purpose, tenant, site, currency)
                        order by purpose, tenant, site, currency
                        on conflict do nothing
                        returning purpose, tenant_id, site_id, currency
                        """), lines)
                .bind("ids", array(lines, line -> Ids.next(), UUID[]::new))
                .mapTo(AccountKey.class)
                .list();
        // what this transaction opened may still be rolled back
        opened.forEach(wanted::remove);
        seen.addAll(wanted);
    }

    private record AccountKey(
            String purpose,
            @Nullable UUID tenantId,
            @Nullable UUID siteId,
            String currency) {
        static AccountKey of(Line line) {
            LedgerEntry entry = line.entry();
            return new AccountKey(
                    entry.purpose().stored(),
                    entry.tenantId(),
                    entry.siteId(),
                    entry.amount().currency());
        }
    }

    private void write(List<LedgerTransfer> transfers, List<Line> lines, List<FeeLine> fees) {
        bindFees(bind(database.sql().createUpdate("""
                        with transfer as (
                            insert into ledger_transfer (id, kind, order_id, sub_order_id, mirrors, payment_id, memo, at)
                            select id, kind, order_id, sub_order_id, mirrors, payment_id, memo, :now
                            from unnest(:transferIds::uuid[], :kinds::text[], :orders::uuid[], :subOrders::uuid[],
                                        :mirrors::uuid[], :payments::uuid[], :memos::text[])
                                as t (id, kind, order_id, sub_order_id, mirrors, payment_id, memo)
                            returning id),
                        fee as (
                            insert into sale_fee (transfer_id, number, tenant_id, rule_id, currency, basis, rate_bp, fee, tax)
                            select * from unnest(:feeTransfers::uuid[], :feeNumbers::int[], :feeTenants::uuid[],
                                :feeRules::uuid[], :feeCurrencies::text[], :feeBases::bigint[], :feeRates::int[],
                                :fees::bigint[], :feeTaxes::bigint[]))
                        insert into ledger_entry (transfer_id, number, account_id, tenant_id, amount, currency)
                        select transfer.id, line.number, a.id, a.tenant_id, line.amount, a.currency
                        from unnest(:lineTransfers::uuid[], :numbers::int[], :amounts::bigint[], :purposes::text[],
                                    :tenants::uuid[], :sites::uuid[], :currencies::text[])
                            as line (transfer_id, number, amount, purpose, tenant, site, currency)
                        join transfer on transfer.id = line.transfer_id
                        join ledger_account a on a.purpose = line.purpose and a.currency = line.currency
                            and a.tenant_id is not distinct from line.tenant
                            and a.site_id is not distinct from line.site
                        """), lines), fees)
                .bind("transferIds", array(transfers, LedgerTransfer::id, UUID[]::new))
                .bind("kinds", array(transfers, LedgerTransfer::kind, String[]::new))
                .bind("orders", array(transfers, LedgerTransfer::orderId, UUID[]::new))
                .bind("subOrders", array(transfers, LedgerTransfer::subOrderId, UUID[]::new))
                .bind("mirrors", array(transfers, LedgerTransfer::mirrors, UUID[]::new))
                .bind("payments", array(transfers, LedgerTransfer::paymentId, UUID[]::new))
                .bind("memos", array(transfers, LedgerTransfer::memo, String[]::new))
                .bind("lineTransfers", array(lines, line -> line.transfer().id(), UUID[]::new))
                .bind("numbers", array(lines, Line::number, Integer[]::new))
                .bind("amounts", array(lines, line -> line.entry().amount().minor(), Long[]::new))
                .bind("now", clock.instant())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<Line> lines) {
        return statement
                .bind("purposes", array(lines, line -> line.entry().purpose().stored(), String[]::new))
                .bind("tenants", array(lines, line -> line.entry().tenantId(), UUID[]::new))
                .bind("sites", array(lines, line -> line.entry().siteId(), UUID[]::new))
                .bind("currencies", array(lines, line -> line.entry().amount().currency(), String[]::new));
    }

    private static <S extends SqlStatement<S>> S bindFees(S statement, List<FeeLine> fees) {
        return statement
                .bind("feeTransfers", array(fees, FeeLine::transferId, UUID[]::new))
                .bind("feeNumbers", array(fees, line -> line.fee().number(), Integer[]::new))
                .bind("feeTenants", array(fees, FeeLine::tenantId, UUID[]::new))
                .bind("feeRules", array(fees, line -> line.fee().ruleId(), UUID[]::new))
                .bind("feeCurrencies", array(fees, FeeLine::currency, String[]::new))
                .bind("feeBases", array(fees, line -> line.fee().basis(), Long[]::new))
                .bind("feeRates", array(fees, line -> line.fee().rateBp(), Integer[]::new))
                .bind("fees", array(fees, line -> line.fee().fee(), Long[]::new))
                .bind("feeTaxes", array(fees, line -> line.fee().tax(), Long[]::new));
    }

    private static <S, T> T[] array(
            List<S> from, Function<S, ? extends @Nullable T> part, java.util.function.IntFunction<T[]> maker) {
        return from.stream().map(part).toArray(maker);
    }

    private record Row(
            UUID id,
            UUID orderId,
            UUID subOrderId,
            @Nullable UUID mirrors,
            String purpose,
            @Nullable UUID tenantId,
            @Nullable UUID siteId,
            String currency,
            long amount) {
        LedgerEntry entry() {
            return new LedgerEntry(LedgerPurpose.ofStored(purpose), tenantId, siteId, new Money(amount, currency));
        }
    }

    /**
     * The sales of an order, or of one sub-order, with what was mirrored of each; locked against another refund.
     *
     * @param payment of an exchange, for what it brought in; null for the sales themselves
     */
    List<RefundMirror> sales(UUID order, @Nullable UUID subOrder, @Nullable UUID payment) {
        List<Row> rows = database.sql()
                .createQuery("""
                        select t.id, t.order_id, t.sub_order_id, t.mirrors, a.purpose, a.tenant_id, a.site_id,
                               a.currency, e.amount
                        from ledger_transfer t
                        join ledger_entry e on e.transfer_id = t.id
                        join ledger_account a on a.id = e.account_id
                        where t.order_id = :order and (:sub::uuid is null or t.sub_order_id = :sub)
                          and coalesce(t.mirrors, t.id) in (
                              select id from ledger_transfer
                              where order_id = :order and kind in ('sale', 'exchange')
                                and payment_id is not distinct from :payment::uuid)
                        order by t.id, e.number
                        """)
                .bind("order", order)
                .bind("sub", subOrder)
                .bind("payment", payment)
                .mapTo(Row.class)
                .list();
        Map<UUID, List<Row>> bySale = new LinkedHashMap<>();
        rows.forEach(
                row -> bySale.computeIfAbsent(row.mirrors() == null ? row.id() : row.mirrors(), id -> new ArrayList<>())
                        .add(row));
        return bySale.values().stream().map(LedgerPosting::mirror).toList();
    }

    private static RefundMirror mirror(List<Row> rows) {
        Row first = rows.get(0);
        List<LedgerEntry> sold = rows.stream()
                .filter(row -> row.mirrors() == null)
                .map(Row::entry)
                .toList();
        List<LedgerEntry> back = rows.stream()
                .filter(row -> row.mirrors() != null)
                .map(Row::entry)
                .toList();
        return new RefundMirror(
                new LedgerTransfer(first.id(), "sale", first.orderId(), first.subOrderId(), null, null, "", sold),
                back);
    }
}
