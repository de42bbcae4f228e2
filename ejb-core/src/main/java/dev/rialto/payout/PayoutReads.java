package dev.rialto.payout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import dev.rialto.verification.Payees;
import dev.rialto.verification.VerificationState;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payouts as they are read: what could be paid, the runs, a seller's own payouts. */
@Stateless
@Boundary
public class PayoutReads {
    private static final int MOST = 10_000;
    private static final String RUN = """
            select r.id, r.number, r.currency, r.execute_on, r.state, b.bank, b.number as bank_number,
                   b.holder as bank_holder, r.prepared_by, r.prepared_at, r.decided_by, r.decided_at, r.reason, x.payouts,
                   x.total, x.returned, r.version
            from payout_run r join bank_account b on b.id = r.bank_account_id
            cross join lateral (
                select count(*) as payouts, coalesce(sum(amount), 0)::bigint as total,
                       coalesce(sum(amount) filter (where state = 'returned'), 0)::bigint as returned
                from payout p where p.run_id = r.id) x
            """;
    private static final String PAYOUT = """
            select p.id, p.tenant_id, s.name as seller_name, r.number as run_number,
                   r.execute_on, p.reference, p.amount, p.currency,
                   p.state as stored, p.holder, p.account_end, p.returned_at, p.return_reason, p.version
            from payout p join seller s on s.id = p.tenant_id
            """;

    private Database database;
    private Payees payees;

    @Inject
    public PayoutReads(Database database, Payees payees) {
        this.database = database;
        this.payees = payees;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PayoutReads() {}

    private record Owed(UUID tenantId, String sellerName, String currency, long amount) {}

    /**
     * What each seller could be paid, by name, debts too; a seller sees its own. Needs {@code settlement.view}.
     *
     * @param currency only this one; null for all
     */
    public List<Payable> payables(Caller caller, @Nullable String currency) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        List<Owed> owed = database.sql()
                .createQuery("""
                        select a.tenant_id, s.name as seller_name, a.currency, -sum(e.amount)::bigint as amount
                        from ledger_account a join ledger_entry e on e.account_id = a.id
                        join seller s on s.id = a.tenant_id
                        where a.purpose = 'payable' and (:currency::text is null or a.currency = :currency)
                        group by a.tenant_id, s.name, a.currency having sum(e.amount) <> 0
                        order by s.name, a.tenant_id, a.currency limit :most
                        """)
                .bind("currency", currency)
                .bind("most", MOST)
                .mapTo(Owed.class)
                .list();
        Map<UUID, Payees.Payee> known = payees.of(
                caller.asWorker(), owed.stream().map(Owed::tenantId).distinct().toList());
        return owed.stream()
                .map(each -> payable(each, known.get(each.tenantId())))
                .toList();
    }

    private static Payable payable(Owed owed, Payees.@Nullable Payee payee) {
        return new Payable(
                owed.tenantId(),
                owed.sellerName(),
                owed.currency(),
                owed.amount(),
                payee == null ? VerificationState.DRAFT : payee.state(),
                payee != null && payee.accepted());
    }

    /** The runs, the latest first; needs {@code payout.prepare} or {@code payout.approve}. */
    public List<PayoutRunView> runs(Caller caller, int limit) {
        requireStaff(caller);
        return database.sql()
                .createQuery(RUN + " order by r.prepared_at desc, r.id desc limit :limit")
                .bind("limit", limit)
                .mapTo(PayoutRunView.class)
                .list();
    }

    private static void requireStaff(Caller caller) {
        if (!caller.may(Permissions.PAYOUT_APPROVE)) {
            Permissions.require(caller, Permissions.PAYOUT_PREPARE);
        }
    }

    /**
     * One run.
     *
     * @throws DomainException {@link PayoutError#PAYOUT_NOT_FOUND}
     */
    public PayoutRunView run(Caller caller, UUID run) {
        requireStaff(caller);
        return database.sql()
                .createQuery(RUN + " where r.id = :id")
                .bind("id", run)
                .mapTo(PayoutRunView.class)
                .findOne()
                .orElseThrow(PayoutError.PAYOUT_NOT_FOUND::now);
    }

    /** The payouts of a run, by seller. */
    public List<PayoutView> payouts(Caller caller, UUID run) {
        requireStaff(caller);
        return database.sql()
                .createQuery(PAYOUT + "join payout_run r on r.id = p.run_id where p.run_id = :run order by s.name, p.id"
                        + " limit 10000")
                .bind("run", run)
                .mapTo(PayoutView.class)
                .list();
    }
}
