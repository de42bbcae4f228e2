package dev.rialto.payment;

import dev.rialto.capture.CaptureState;
import dev.rialto.capture.CaptureView;
import dev.rialto.capture.Captures;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.ledger.Ledger;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The written side of payments: each method is one short transaction. Others call {@link PaymentDesk}, which puts the
 * gateway's calls between these.
 */
@Stateless
@Boundary
public class PaymentBook {
    private static final Logger LOG = System.getLogger(PaymentBook.class.getName());
    private static final int TRIES = 3;

    private Database database;
    private Clock clock;
    private Captures captures;
    private Ledger ledger;

    @Inject
    public PaymentBook(Database database, Clock clock, Captures captures, Ledger ledger) {
        this.database = database;
        this.clock = clock;
        this.captures = captures;
        this.ledger = ledger;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PaymentBook() {}

    /** Writes an attempt down, or finds the live one of the same checkout and amount (two tabs, two clicks). */
    public UUID prepare(Caller caller, PreparePayment payment, String gateway) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<UUID> prepared = prepareOnce(payment, gateway);
            if (prepared.isPresent()) {
                return prepared.get();
            }
        }
        throw PaymentError.PAYMENT_STATE.because("checkout", "paying_elsewhere");
    }

    /** Empty when another transaction wrote its attempt at the same moment: the next look sees it. */
    private Optional<UUID> prepareOnce(PreparePayment payment, String gateway) {
        UUID id = Ids.next();
        return database.sql()
                .createQuery("""
                        with given_up as (
                            update payment set state = 'voided', wish = 'void', updated_at = :now, version = version + 1
                            where %1$s = :subject and method <> 'deposit' and state = any(:open)
                              and (amount, currency, method) <> (:amount, :currency, :method)
                            returning id),
                        made as (
                            insert into payment (id, %1$s, site_id, origin_mark, method, gateway, state, amount,
                                                 currency, request_id, return_url, language, created_at, updated_at)
                            select :id, :subject, s.id, s.payment_mark, :method,
                                   case when s.id in (select test_sites()) then 'sandbox' else :gateway end, 'created', :amount,
                                   :currency, :request, :url, :language, :now, :now
                            from site s where s.id = :site and (select count(*) from given_up) >= 0
                            on conflict (%1$s) where method <> 'deposit'
                                and state in ('created', 'pending', 'unknown', 'approved', 'captured') do nothing
                            returning id),
                        offered as (
                            insert into card_offer (payment_id, account_id, made_at)
                            select id, :payer, :now from made where :payer::uuid is not null)
                        select id from made
                        union all
                        select id from payment
                        where %1$s = :subject and method <> 'deposit' and id not in (select id from given_up)
                          and state in ('created', 'pending', 'unknown', 'approved', 'captured')
                        limit 1
                        """.formatted(payment.paid().column()))
                .bind("id", id)
                .bind("subject", payment.subjectId())
                .bind("method", payment.method().stored())
                .bind("site", payment.siteId())
                .bind("amount", payment.amount().minor())
                .bind("currency", payment.amount().currency())
                .bind("gateway", gateway)
                .bind("request", Ids.external("pay", id))
                .bind("url", payment.returnUrl().replace("{payment}", Ids.external("payment", id)))
                .bind("language", payment.language())
                .bind("payer", payment.payerId())
                .bind("open", PaymentState.open())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne();
    }

    /** The payment, or {@link PaymentError#PAYMENT_NOT_FOUND}. */
    public PaymentView view(Caller caller, UUID payment) {
        return row(caller, payment).view();
    }

    /** The payment with what its gateway needs. */
    public PaymentRow row(Caller caller, UUID payment) {
        return row(PaymentRow.SELECT, payment);
    }

    /** The payment with all that opening its page needs; for a worker. */
    public PaymentRow rowToOpen(Caller caller, UUID payment) {
        return row(PaymentRow.SELECT_WITH_PAYER, payment);
    }

    private PaymentRow row(String select, UUID payment) {
        return database.sql()
                .createQuery(select + " where p.id = :id")
                .bind("id", payment)
                .mapTo(PaymentRow.class)
                .findOne()
                .orElseThrow(PaymentError.PAYMENT_NOT_FOUND::now);
    }

    /** Keeps what became of opening the gateway's page. */
    public void opened(Caller caller, UUID payment, PaymentGateway.Opening opening) {
        if (opening instanceof PaymentGateway.Opening.Opened page) {
            become(payment, PaymentState.PENDING, page.reference(), page.url(), "open");
        } else if (opening instanceof PaymentGateway.Opening.Refused refusal) {
            become(payment, PaymentState.DECLINED, null, null, refusal.reason());
        } else {
            become(payment, PaymentState.UNKNOWN, null, null, "no answer");
        }
    }

    private void become(
            UUID payment, PaymentState state, @Nullable String reference, @Nullable String url, String result) {
        database.sql()
                .createUpdate("""
                        update payment
                        set state = :state, gateway_reference = coalesce(:reference, gateway_reference),
                            hosted_url = coalesce(:url, hosted_url), gateway_result = :result,
                            updated_at = :now, version = version + 1
                        where id = :id and state = any(:before)
                        """)
                .bind("id", payment)
                .bind("state", state.stored())
                .bind("before", state.mayFollow())
                .bind("reference", reference)
                .bind("url", url)
                .bind("result", result)
                .bind("now", clock.instant())
                .execute();
    }

    /** Takes the one approval for an order; the capture is left to do. True for exactly one caller. */
    public boolean consume(Caller caller, UUID payment, UUID order, PaymentSettings.CaptureTime captureAt) {
        return database.sql()
                        .createUpdate("""
                        with approval as (
                            update payment_event set consumed_at = :now
                            where payment_id = :id and kind = 'approved' and consumed_at is null
                              and exists (select from payment where id = :id and wish is distinct from 'void')
                            returning payment_id)
                        update payment p
                        set order_id = :order, capture_at = case when checkout_id is null or method <> 'card' then 'order' else :captureAt end,
                            wish = case when checkout_id is null or method <> 'card' or :captureAt = 'order' then 'capture' end, updated_at = :now, version = version + 1
                        from approval where p.id = approval.payment_id and p.state = 'approved'
                        """)
                        .bind("id", payment)
                        .bind("order", order)
                        .bind("captureAt", captureAt.stored())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** Gives a payment up that no order has taken; true when there is something to tell the gateway. */
    public boolean giveUp(Caller caller, UUID payment, String why) {
        return database.sql()
                        .createUpdate("""
                        update payment
                        set wish = 'void', gateway_result = :why, updated_at = :now, version = version + 1,
                            state = case when state = 'approved' then state else 'voided' end
                        where id = :id and order_id is null and method <> 'deposit'
                          and (state = any(:open) or state = 'approved')
                        """)
                        .bind("id", payment)
                        .bind("why", why)
                        .bind("open", PaymentState.open())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** The gateway did what was wished. */
    public void granted(Caller caller, UUID payment, String wish) {
        database.sql()
                .createUpdate("""
                        update payment
                        set state = case when state = 'lapsed' then state
                                         when :wish = 'void' and captured = 0 then 'voided' else 'captured' end,
                            captured = case when :wish = 'void' then captured else amount end,
                            wish = null, updated_at = :now, version = version + 1
                        where id = :id and wish = :wish
                        """)
                .bind("id", payment)
                .bind("wish", wish)
                .bind("now", clock.instant())
                .execute();
    }

    /** Keeps how the capture of a part ended; one that is done is booked. */
    public void settle(Caller caller, CaptureView capture, PaymentGateway.GatewayAnswer answer) {
        if (answer instanceof PaymentGateway.GatewayAnswer.Done
                && captures.settle(caller, capture.id(), CaptureState.DONE, null)) {
            take(capture);
            ledger.postCapture(caller, capture.orderId(), capture.subOrderId(), capture.money());
            LOG.log(Level.INFO, "payment {0}: capture {1} done", capture.paymentId(), capture.id());
        } else if (answer instanceof PaymentGateway.GatewayAnswer.Refused refusal
                && captures.settle(caller, capture.id(), CaptureState.FAILED, refusal.reason())) {
            LOG.log(
                    Level.ERROR,
                    "payment {0}: the gateway refuses capture {1}: {2}",
                    capture.paymentId(),
                    capture.id(),
                    refusal.reason());
        }
    }

    /** The last capture ends the payment; what of it was called off is still to be released at the gateway. */
    private void take(CaptureView capture) {
        database.sql()
                .createUpdate("""
                        update payment
                        set captured = captured + :amount,
                            state = case when captured + :amount + released = amount then 'captured' else state end,
                            wish = case when captured + :amount + released = amount and released > 0 then 'void' end,
                            updated_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("id", capture.paymentId())
                .bind("amount", capture.amount())
                .bind("now", clock.instant())
                .execute();
    }

    /** The gateway will never do what was wished; a person has to look. */
    public void denied(Caller caller, UUID payment, String wish, String reason) {
        LOG.log(Level.ERROR, "payment {0}: the gateway refuses to {1}: {2}", payment, wish, reason);
        database.sql()
                .createUpdate("""
                        update payment set wish = null, gateway_result = :reason, updated_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("id", payment)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute();
    }

    /**
     * Claims payments with something left to do, so that two workers do not do it both.
     *
     * @param forWishes how long a wish is left to those who made it
     * @param forAnswers how long an open payment is left to the shopper and the gateway
     */
    public List<PaymentRow> claimDue(Caller caller, Duration forWishes, Duration forAnswers, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select id from payment
                            where (wish is not null and updated_at < :wished)
                               or (state in ('created', 'pending', 'unknown', 'approved') and order_id is null
                                   and method <> 'deposit' and updated_at < :silent)
                            order by updated_at limit :limit for update skip locked),
                        claimed as (update payment set updated_at = :now where id in (select id from due))
                        """ + PaymentRow.SELECT + " where p.id in (select id from due)")
                .bind("wished", clock.instant().minus(forWishes))
                .bind("silent", clock.instant().minus(forAnswers))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(PaymentRow.class)
                .list();
    }
}
