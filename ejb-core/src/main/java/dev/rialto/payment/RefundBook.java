package dev.rialto.payment;

import dev.rialto.capture.Captures;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.RefundPosting;
import dev.rialto.platform.Audit;
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

/** The written side of refunds: each method is one short transaction. Others call {@link PaymentDesk#refund}. */
@Stateless
@Boundary
public class RefundBook {
    private static final Logger LOG = System.getLogger(RefundBook.class.getName());

    private Database database;
    private Clock clock;
    private Ledger ledger;
    private Audit audit;
    private Captures captures;

    @Inject
    public RefundBook(Database database, Clock clock, Ledger ledger, Audit audit, Captures captures) {
        this.database = database;
        this.clock = clock;
        this.ledger = ledger;
        this.audit = audit;
        this.captures = captures;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RefundBook() {}

    /** Sets the amount aside and writes the refund down; finds it when the request id is known. */
    public RefundRow reserve(Caller caller, RefundPayment wanted) {
        UUID id = Ids.next();
        lockPayment(wanted.paymentId());
        if (byRequest(wanted.requestId()).isEmpty() && insert(caller, wanted, id, released(caller, wanted))) {
            audit.record(
                    caller,
                    Audit.Deed.of("payment.refund", "payment", wanted.paymentId())
                            .changing(
                                    null,
                                    "{\"refund\": \"" + id + "\", \"amount\": "
                                            + wanted.amount().minor() + "}")
                            .because(wanted.reason()));
        }
        RefundRow refund = byRequest(wanted.requestId())
                .orElseThrow(() -> PaymentError.REFUND_EXCEEDS_CAPTURED.because("amount", "too_much"));
        if (!refund.isFor(wanted)) {
            throw PaymentError.REQUEST_ID_REUSED.because("requestId", "reused");
        }
        return refund;
    }

    /** What is not taken yet is not taken at all, before anything is sent back. */
    private Money released(Caller caller, RefundPayment wanted) {
        UUID part = wanted.subOrderId();
        return part == null
                ? Money.zero(wanted.amount().currency())
                : captures.release(caller, wanted.paymentId(), part, wanted.amount());
    }

    private boolean insert(Caller caller, RefundPayment wanted, UUID id, Money released) {
        return database.sql()
                        .createUpdate("""
                        with paid as (
                            select id, order_id from payment
                            where id = :payment and state in ('approved', 'captured') and currency = :currency
                              and refunded + disputed + :amount - :released <= captured and order_id is not null
                            for update),
                        made as (
                            insert into refund (id, payment_id, order_id, sub_order_id, tenant_id, amount, currency,
                                                state, request_id, reason, requested_by, requested_at, released)
                            select :id, id, order_id, :sub, :tenant, :amount, :currency, 'requested', :request, :reason,
                                   :by, :now, :released
                            from paid on conflict (request_id) do nothing returning payment_id)
                        update payment p
                        set refunded = refunded + :amount - :released, released = released + :released,
                            wish = case when :released > 0 and captured + released + :released = amount then 'void'
                                        else wish end,
                            updated_at = :now, version = version + 1
                        from made where p.id = made.payment_id
                        """)
                        .bind("id", id)
                        .bind("payment", wanted.paymentId())
                        .bind("sub", wanted.subOrderId())
                        .bind("tenant", wanted.tenantId())
                        .bind("amount", wanted.amount().minor())
                        .bind("released", released.minor())
                        .bind("currency", wanted.amount().currency())
                        .bind("request", wanted.requestId())
                        .bind("reason", wanted.reason())
                        .bind("by", caller.account())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private Optional<RefundRow> byRequest(String requestId) {
        return database.sql()
                .createQuery("select" + RefundRow.COLUMNS + "from refund where request_id = :request")
                .bind("request", requestId)
                .mapTo(RefundRow.class)
                .findOne();
    }

    /** Keeps the gateway's answer: done posts the mirror of the sale, refused frees the amount again. */
    public RefundView settle(Caller caller, RefundRow refund, PaymentGateway.GatewayAnswer answer) {
        lockPayment(refund.paymentId());
        if (answer instanceof PaymentGateway.GatewayAnswer.Done) {
            if (move(refund, RefundState.DONE)) {
                ledger.postRefund(caller, posting(refund));
            }
        } else if (answer instanceof PaymentGateway.GatewayAnswer.Refused refusal) {
            if (move(refund, RefundState.FAILED)) {
                giveBack(refund);
                LOG.log(Level.ERROR, "refund {0}: the gateway refuses: {1}", refund.id(), refusal.reason());
            }
        } else {
            move(refund, RefundState.UNKNOWN);
        }
        return byRequest(refund.requestId()).orElse(refund).view();
    }

    private static RefundPosting posting(RefundRow refund) {
        return new RefundPosting(
                refund.id(),
                refund.orderId(),
                refund.subOrderId(),
                refund.ofExchange() ? refund.paymentId() : null,
                refund.money(),
                new Money(refund.released(), refund.currency()));
    }

    /** One refund of a payment at a time: the mirrors of parts build on each other. */
    private void lockPayment(UUID payment) {
        database.sql()
                .createQuery("select id from payment where id = :id for update")
                .bind("id", payment)
                .mapTo(UUID.class)
                .one();
    }

    private boolean move(RefundRow refund, RefundState state) {
        return database.sql()
                        .createUpdate("""
                        update refund set state = :state, settled_at = case when :settled then :now::timestamptz end
                        where id = :id and state in ('requested', 'unknown')
                        """)
                        .bind("id", refund.id())
                        .bind("state", state.stored())
                        .bind("settled", state.isSettled())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private void giveBack(RefundRow refund) {
        database.sql()
                .createUpdate("""
                        update payment set refunded = refunded - :amount, updated_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("id", refund.paymentId())
                .bind("amount", refund.taken().minor())
                .bind("now", clock.instant())
                .execute();
    }

    /** Refunds whose end is not known, oldest first. */
    public List<RefundRow> unsettled(Caller caller, Duration olderThan, int limit) {
        return database.sql()
                .createQuery("select" + RefundRow.COLUMNS + """
                        from refund where state in ('requested', 'unknown') and requested_at < :before
                        order by requested_at limit :limit
                        """)
                .bind("before", clock.instant().minus(olderThan))
                .bind("limit", limit)
                .mapTo(RefundRow.class)
                .list();
    }

    /** The refunds of an order the caller may see, oldest first. */
    public List<RefundView> ofOrder(Caller caller, UUID order) {
        return database
                .sql()
                .createQuery("select" + RefundRow.COLUMNS
                        + "from refund where order_id = :order order by requested_at limit 1000")
                .bind("order", order)
                .mapTo(RefundRow.class)
                .stream()
                .map(RefundRow::view)
                .toList();
    }
}
