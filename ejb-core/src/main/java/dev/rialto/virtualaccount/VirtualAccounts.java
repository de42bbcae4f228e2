package dev.rialto.virtualaccount;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Words;
import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentError;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The written side of virtual accounts; {@link PaymentDesk#openAccount} asks the gateway in between. */
@Stateless
@Boundary
public class VirtualAccounts {
    /** Stands in the list of the mall's bank accounts for one that is opened for the order. */
    public static final UUID OF_ITS_OWN = new UUID(0, 1);

    private static final String BUNDLE = "dev.rialto.virtualaccount.words";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private Database database;
    private Deposits deposits;
    private PaymentDesk payments;
    private Clock clock;

    @Inject
    public VirtualAccounts(Database database, Deposits deposits, PaymentDesk payments, Clock clock) {
        this.database = database;
        this.deposits = deposits;
        this.payments = payments;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VirtualAccounts() {}

    /** The accounts a shopper may choose from: one for the order alone, where the gateway opens it, and the mall's own. */
    public List<BankAccountView> choices(Caller caller, String currency, String language) {
        List<BankAccountView> own = deposits.accounts(caller, currency);
        if (payments.accountGateway(caller, currency).isEmpty()) {
            return own;
        }
        Words words = Words.of(BUNDLE, language);
        BankAccountView opened =
                new BankAccountView(OF_ITS_OWN, words.say("bank"), words.say("number"), words.say("holder"), currency);
        return Stream.concat(own.stream(), Stream.of(opened)).toList();
    }

    /**
     * Writes down that a checkout wants an account, or finds the wish of the first click; in the caller's transaction. A
     * page of the gateway that is still open for it is given up.
     *
     * @param caller a worker
     * @throws DomainException {@link PaymentError#BANK_ACCOUNT_NOT_FOUND} when no gateway opens one
     */
    public UUID prepare(Caller caller, PrepareAccount wish) {
        UUID id = Ids.next();
        String gateway = payments.accountGateway(caller, wish.amount().currency())
                .orElseThrow(() -> PaymentError.BANK_ACCOUNT_NOT_FOUND.because("bankAccount", "unknown"));
        return database.sql()
                .createQuery("""
                        with given_up as (
                            update payment set state = 'voided', wish = 'void', updated_at = :now, version = version + 1
                            where checkout_id = :checkout and state in ('created', 'pending', 'unknown')
                              and (method <> 'deposit' or (amount, currency) <> (:amount, :currency))
                            returning id),
                        made as (
                            insert into payment (id, checkout_id, site_id, origin_mark, method, gateway, state, amount,
                                                 currency, request_id, language, created_at, updated_at)
                            select :id, :checkout, s.id, s.payment_mark, 'deposit', :gateway, 'created', :amount, :currency,
                                   :request, :language, :now, :now
                            from site s where s.id = :site and (select count(*) from given_up) >= 0
                            on conflict (checkout_id) where method = 'deposit' and gateway <> 'bank'
                                and state in ('created', 'awaiting_deposit', 'captured') do nothing
                            returning id)
                        select id from made
                        union all
                        select id from payment
                        where checkout_id = :checkout and method = 'deposit' and gateway <> 'bank'
                          and id not in (select id from given_up) and state in ('created', 'awaiting_deposit', 'captured')
                        limit 1
                        """)
                .bind("id", id)
                .bind("checkout", wish.checkoutId())
                .bind("site", wish.siteId())
                .bind("gateway", gateway)
                .bind("amount", wish.amount().minor())
                .bind("currency", wish.amount().currency())
                .bind("request", Ids.external("pay", id))
                .bind("language", wish.language())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /**
     * The account becomes the deposit of an order, in the transaction that makes the order.
     *
     * @param caller a worker
     * @return false when another click did it
     */
    public boolean assign(Caller caller, AssignAccount assignment) {
        return database.sql()
                        .createUpdate("""
                        update payment
                        set order_id = :order, state = 'awaiting_deposit', due_on = :due, gateway_reference = :reference,
                            gateway_result = 'account open', account_bank = :bank, account_number = :number,
                            account_holder = :holder, updated_at = :now, version = version + 1
                        where id = :id and state = 'created' and order_id is null
                        """)
                        .bind("id", assignment.paymentId())
                        .bind("order", assignment.orderId())
                        .bind("due", assignment.dueOn())
                        .bind("reference", assignment.account().reference())
                        .bind("bank", assignment.account().bank())
                        .bind("number", assignment.account().number())
                        .bind("holder", assignment.account().holder())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /**
     * Gives up accounts whose order never came to be.
     *
     * @param caller a worker
     */
    public void sweep(Caller caller) {
        database.sql()
                .createUpdate("""
                        update payment set state = 'voided', wish = 'void', updated_at = :now, version = version + 1
                        where method = 'deposit' and gateway <> 'bank' and state = 'created' and updated_at < :before
                        """)
                .bind("now", clock.instant())
                .bind("before", clock.instant().minus(FORGOTTEN))
                .execute();
    }
}
