package dev.rialto.payment;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Payment by bank transfer: chosen account, due date, confirmation by hand (D46, D50, D80). */
@Stateless
@Boundary
public class Deposits {
    private static final String GATEWAY = "bank";

    private Database database;
    private Clock clock;
    private Audit audit;

    @Inject
    public Deposits(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Deposits() {}

    /** The accounts a shopper may choose from, in the mall's order. */
    public List<BankAccountView> accounts(Caller caller, String currency) {
        return database.sql()
                .createQuery("""
                        select id, bank, number, holder, currency from bank_account
                        where active and currency = :currency order by position, bank, id limit 100
                        """)
                .bind("currency", currency)
                .mapTo(BankAccountView.class)
                .list();
    }

    /** The mall's accounts of all currencies, as shoppers see them listed. */
    public List<BankAccountView> accounts(Caller caller) {
        Permissions.require(caller, Permissions.BANK);
        return database.sql().createQuery("""
                        select id, bank, number, holder, currency from bank_account
                        where active order by currency, position, bank, id limit 100
                        """).mapTo(BankAccountView.class).list();
    }

    /**
     * Adds an account, or brings it back.
     *
     * @param caller an operator with {@code payment.bank}, or a worker
     * @throws DomainException {@link PaymentError#PAYMENT_INVALID}, {@link PaymentError#NOT_PERMITTED}
     */
    public UUID addAccount(Caller caller, NewBankAccount account) {
        Permissions.require(caller, Permissions.BANK);
        account.check();
        UUID id = database.sql()
                .createQuery("""
                        insert into bank_account (id, bank, number, holder, currency, position)
                        values (:id, :bank, :number, :holder, :currency, :position)
                        on conflict (bank, number) do update set holder = excluded.holder,
                            currency = excluded.currency, position = excluded.position, active = true
                        returning id
                        """)
                .bind("id", Ids.next())
                .bindMethods(account)
                .mapTo(UUID.class)
                .one();
        audit.record(
                caller, Audit.Deed.of("bank_account.add", "bank_account", id).changing(null, Json.write(account)));
        return id;
    }

    /** Takes an account off the shopper's list; deposits that wait for it stay. */
    public void removeAccount(Caller caller, UUID account) {
        Permissions.require(caller, Permissions.BANK);
        database.sql().execute("update bank_account set active = false where id = ?", account);
        audit.record(
                caller,
                Audit.Deed.of("bank_account.remove", "bank_account", account).changing(active(true), active(false)));
    }

    /**
     * Writes down that an order waits for a deposit, in the caller's transaction; a page of the gateway that is still open for the
     * same checkout is given up.
     *
     * @param caller a worker
     * @throws DomainException {@link PaymentError#BANK_ACCOUNT_NOT_FOUND}
     */
    public UUID open(Caller caller, OpenDeposit deposit) {
        UUID id = Ids.next();
        int written = database.sql()
                .createUpdate("""
                        with given_up as (
                            update payment set state = 'voided', wish = 'void', updated_at = :now, version = version + 1
                            where checkout_id = :checkout and method <> 'deposit' and state = any(:open))
                        insert into payment (id, checkout_id, order_id, site_id, origin_mark, method, gateway, state,
                                             amount, currency, request_id, bank_account_id, due_on, created_at, updated_at)
                        select :id, :checkout, :order, s.id, s.payment_mark, 'deposit', :gateway, 'awaiting_deposit',
                               :amount, :currency, :request, b.id, :due, :now, :now
                        from site s, bank_account b
                        where s.id = :site and b.id = :account and b.active and b.currency = :currency
                        """)
                .bind("id", id)
                .bind("checkout", deposit.checkoutId())
                .bind("order", deposit.orderId())
                .bind("site", deposit.siteId())
                .bind("account", deposit.bankAccountId())
                .bind("amount", deposit.amount().minor())
                .bind("currency", deposit.amount().currency())
                .bind("due", deposit.dueOn())
                .bind("gateway", GATEWAY)
                .bind("request", Ids.external("pay", id))
                .bind("open", PaymentState.open())
                .bind("now", clock.instant())
                .execute();
        if (written == 0) {
            throw PaymentError.BANK_ACCOUNT_NOT_FOUND.because("bankAccount", "unknown");
        }
        return id;
    }

    /**
     * Confirms that the money came. The order is marked paid by the caller, in the same transaction.
     *
     * @param caller an operator with {@code payment.confirm}, or a worker
     * @throws DomainException {@link PaymentError#AMOUNT_DIFFERS}, {@link PaymentError#PAYMENT_STATE} when it was
     *     confirmed already or has lapsed, {@link PaymentError#PAYMENT_NOT_FOUND}, {@link PaymentError#NOT_PERMITTED}
     */
    public PaymentView confirm(Caller caller, ConfirmDeposit deposit) {
        Permissions.require(caller, Permissions.CONFIRM_DEPOSIT);
        new Violations().text("reason", deposit.reason(), 500).raise(PaymentError.PAYMENT_INVALID);
        PaymentView before = locked(deposit.paymentId()).view();
        if (before.state() != PaymentState.AWAITING_DEPOSIT) {
            throw PaymentError.PAYMENT_STATE.because("payment", before.state().stored());
        }
        if (!before.amount().equals(deposit.amount())) {
            throw PaymentError.AMOUNT_DIFFERS.because("amount", "differs");
        }
        capture(caller, deposit);
        audit.record(
                caller,
                Audit.Deed.of("deposit.confirm", "payment", before.id())
                        .changing(
                                stands(
                                        before.state(),
                                        Money.zero(before.amount().currency())),
                                stands(PaymentState.CAPTURED, before.amount()))
                        .because(deposit.reason()));
        return locked(deposit.paymentId()).view();
    }

    private static String active(boolean used) {
        return Json.write(Map.of("active", used));
    }

    private static String stands(PaymentState state, Money captured) {
        return Json.write(
                Map.of("state", state.stored(), "captured", captured.minor(), "currency", captured.currency()));
    }

    private PaymentRow locked(UUID payment) {
        return database.sql()
                .createQuery(PaymentRow.SELECT + " where p.id = :id and p.method = 'deposit' for update of p")
                .bind("id", payment)
                .mapTo(PaymentRow.class)
                .findOne()
                .orElseThrow(PaymentError.PAYMENT_NOT_FOUND::now);
    }

    private void capture(Caller caller, ConfirmDeposit deposit) {
        database.sql()
                .createUpdate("""
                        with event as (
                            insert into payment_event (id, payment_id, kind, gateway_event, received_at, consumed_at, detail)
                            values (:event, :id, 'deposit', :id::text, :now, :now, jsonb_build_object('by', :by::text)))
                        update payment
                        set state = 'captured', captured = amount, gateway_result = 'deposit confirmed',
                            updated_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("event", Ids.next())
                .bind("id", deposit.paymentId())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
    }

    /** Deposits that staff wait for, soonest due first. */
    public List<PaymentView> awaited(Caller caller, int limit) {
        return database
                .sql()
                .createQuery(
                        PaymentRow.SELECT + " where p.state = 'awaiting_deposit' order by p.due_on, p.id limit :limit")
                .bind("limit", limit)
                .mapTo(PaymentRow.class)
                .stream()
                .map(PaymentRow::view)
                .toList();
    }

    /**
     * Deposits whose due date has passed.
     *
     * @param caller a worker
     * @param today in the mall's zone
     */
    public List<OverdueDeposit> overdue(Caller caller, LocalDate today, int limit) {
        return database.sql()
                .createQuery("""
                        select id as payment_id, order_id, due_on from payment
                        where state = 'awaiting_deposit' and due_on < :today order by due_on, id limit :limit
                        """)
                .bind("today", today)
                .bind("limit", limit)
                .mapTo(OverdueDeposit.class)
                .list();
    }

    /**
     * Ends the waiting, when the due date has passed or the order was cancelled; in the caller's transaction.
     *
     * @param caller a worker
     * @return false when the deposit was confirmed or ended already
     */
    public boolean lapse(Caller caller, UUID payment) {
        return database.sql()
                        .createUpdate("""
                        update payment
                        set state = 'lapsed', wish = case when gateway <> 'bank' then 'void' end, updated_at = :now,
                            version = version + 1
                        where id = :id and state = 'awaiting_deposit'
                        """)
                        .bind("id", payment)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }
}
