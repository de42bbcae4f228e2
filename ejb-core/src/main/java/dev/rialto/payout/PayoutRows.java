package dev.rialto.payout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import dev.rialto.verification.Payees;
import dev.rialto.verification.VerificationDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes runs and payouts. */
@ApplicationScoped
class PayoutRows {
    private static final int SHOWN = 4;

    private final Database database;
    private final Payees payees;
    private final MasterKey master;
    private final Clock clock;

    @Inject
    PayoutRows(Database database, Payees payees, MasterKey master, Clock clock) {
        this.database = database;
        this.payees = payees;
        this.master = master;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PayoutRows() {
        this(null, null, null, null);
    }

    boolean hasAccount(PreparePayout wish) {
        return database.sql()
                .createQuery("""
                        select exists (select from bank_account where id = :id and currency = :currency and active)
                        """)
                .bind("id", wish.bankAccountId())
                .bind("currency", wish.currency())
                .mapTo(boolean.class)
                .one();
    }

    /** Opens a run; empty when one of the currency waits. */
    Optional<UUID> open(PreparePayout wish, UUID person) {
        UUID id = Ids.next();
        int made = database.sql()
                .createUpdate("""
                        insert into payout_run (id, number, currency, execute_on, state, bank_account_id, prepared_by,
                            prepared_at)
                        values (:id, 'P' || nextval('payout_number'), :currency, :on, 'prepared', :account, :by, :now)
                        on conflict (currency) where state = 'prepared' do nothing
                        """)
                .bind("id", id)
                .bind("currency", wish.currency())
                .bind("on", wish.executeOn())
                .bind("account", wish.bankAccountId())
                .bind("by", person)
                .bind("now", clock.instant())
                .execute();
        return made == 1 ? Optional.of(id) : Optional.empty();
    }

    void add(Caller caller, UUID run, List<Payable> paid) {
        Map<UUID, Payees.Payee> known = payees.of(
                caller.asWorker(), paid.stream().map(Payable::tenantId).toList());
        for (Payable each : paid) {
            add(run, each, Objects.requireNonNull(known.get(each.tenantId())).details());
        }
    }

    private void add(UUID run, Payable paid, VerificationDetails details) {
        String account = details.bankAccount();
        UUID id = Ids.next();
        database.sql()
                .createUpdate("""
                        with made as (
                            insert into payout (id, run_id, tenant_id, reference, amount, currency, state, holder,
                                sealed_account, account_end, country)
                            values (:id, :run, :tenant, (select number from payout_run where id = :run) || '-' || :digits,
                                :amount, :currency, 'prepared', :holder, :account, :end, :country))
                        insert into payout_share (payout_id, tenant_id, site_id, amount)
                        select :id, :tenant, a.site_id, -sum(e.amount)
                        from ledger_account a join ledger_entry e on e.account_id = a.id
                        where a.purpose = 'payable' and a.tenant_id = :tenant and a.currency = :currency
                        group by a.site_id having sum(e.amount) <> 0
                        """)
                .bind("id", id)
                .bind("run", run)
                .bind("tenant", paid.tenantId())
                .bind("digits", id.toString().substring(24).toUpperCase(java.util.Locale.ROOT))
                .bind("amount", paid.amount())
                .bind("currency", paid.currency())
                .bind("holder", details.bankHolder())
                .bind("account", master.seal(account.getBytes(StandardCharsets.UTF_8)))
                .bind("end", account.substring(Math.max(0, account.length() - SHOWN)))
                .bind("country", details.country())
                .execute();
    }

    /**
     * A payout as it is booked.
     *
     * @param shares what each site's balance gives
     */
    record Ordered(
            UUID id,
            UUID tenantId,
            String sellerName,
            String reference,
            long amount,
            String currency,
            String state,
            long version,
            List<Share> shares) {
        boolean isSent() {
            return state.equals(PayoutState.SENT.stored());
        }
    }

    record Share(UUID payoutId, UUID siteId, long amount) {}

    private record Row(
            UUID id,
            UUID tenantId,
            String sellerName,
            String reference,
            long amount,
            String currency,
            String state,
            long version) {}

    void lock(UUID run) {
        database.sql()
                .select("select id from payout_run where id = ? for update", run)
                .mapTo(UUID.class)
                .findOne();
    }

    List<Ordered> ordered(UUID run) {
        return read("p.run_id = :id", run);
    }

    Optional<Ordered> one(UUID payout) {
        return read("p.id = :id", payout).stream().findFirst();
    }

    Optional<Ordered> named(String reference) {
        return read("p.reference = :id", reference).stream().findFirst();
    }

    private List<Ordered> read(String which, Object id) {
        List<Share> shares = database.sql()
                .createQuery("""
                        select h.payout_id, h.site_id, h.amount from payout_share h join payout p on p.id = h.payout_id
                        where <which> order by h.site_id
                        """)
                .define("which", which)
                .bind("id", id)
                .mapTo(Share.class)
                .list();
        return database.sql().createQuery("""
                        select p.id, p.tenant_id, s.name as seller_name, p.reference, p.amount, p.currency, p.state, p.version
                        from payout p join seller s on s.id = p.tenant_id where <which> order by s.name, p.id
                        """).define("which", which).bind("id", id).mapTo(Row.class).stream()
                .map(row -> new Ordered(
                        row.id(),
                        row.tenantId(),
                        row.sellerName(),
                        row.reference(),
                        row.amount(),
                        row.currency(),
                        row.state(),
                        row.version(),
                        shares.stream()
                                .filter(share -> share.payoutId().equals(row.id()))
                                .toList()))
                .toList();
    }

    void decide(UUID run, @Nullable UUID person, String state, @Nullable String reason) {
        database.sql()
                .createUpdate("""
                        with decided as (
                            update payout_run set state = :state, decided_by = :by, decided_at = :now, reason = :reason,
                                version = version + 1
                            where id = :run)
                        update payout set state = :payouts, version = version + 1 where run_id = :run and state = 'prepared'
                        """)
                .bind("run", run)
                .bind("by", person)
                .bind("state", state)
                .bind("payouts", state.equals("approved") ? "sent" : "cancelled")
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute();
    }

    boolean comeBack(Caller caller, UUID payout, String reason, long version) {
        return database.sql()
                        .createUpdate("""
                                update payout set state = 'returned', returned_at = :now, returned_by = :by,
                                    return_reason = :reason, version = version + 1
                                where id = :id and state = 'sent' and version = :version
                                """)
                        .bind("id", payout)
                        .bind("by", caller.account())
                        .bind("reason", reason)
                        .bind("version", version)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(
            String reference, long amount, String currency, String holder, byte[] sealedAccount, String country) {}

    /** What the bank's file says of each payout. */
    List<Pain001.Transfer> transfers(UUID run) {
        return database.sql().createQuery("""
                        select reference, amount, currency, holder, sealed_account, country from payout
                        where run_id = :run order by reference
                        """).bind("run", run).mapTo(Sealed.class).stream()
                .map(each -> new Pain001.Transfer(
                        each.reference(),
                        each.amount(),
                        each.currency(),
                        each.holder(),
                        new String(master.open(each.sealedAccount()), StandardCharsets.UTF_8),
                        each.country()))
                .toList();
    }
}
