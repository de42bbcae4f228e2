package dev.rialto.capture;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The written side of taking authorised money as parts ship; each method runs in the caller's transaction. */
@Stateless
@Boundary
public class Captures {
    private static final String COLUMNS = """
            c.id, c.payment_id, part.order_id, c.sub_order_id, c.amount, c.currency, c.state, c.request_id, c.reason,
            c.requested_at, c.settled_at
            """;

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public Captures(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Captures() {}

    /**
     * Writes down what of a payment pays which part.
     *
     * @param caller a worker
     * @param shares they sum to the payment's amount
     */
    public void divide(Caller caller, UUID payment, List<PaymentShare> shares) {
        database.sql()
                .createUpdate("""
                        insert into payment_share (payment_id, sub_order_id, tenant_id, currency, amount)
                        select :payment, part, tenant, p.currency, share.amount
                        from unnest(:parts::uuid[], :tenants::uuid[], :amounts::bigint[]) share (part, tenant, amount)
                        join payment p on p.id = :payment
                        where share.amount > 0
                        """)
                .bind("payment", payment)
                .bind("parts", shares.stream().map(PaymentShare::subOrderId).toArray(UUID[]::new))
                .bind("tenants", shares.stream().map(PaymentShare::tenantId).toArray(UUID[]::new))
                .bind(
                        "amounts",
                        shares.stream().map(share -> share.amount().minor()).toArray(Long[]::new))
                .execute();
    }

    /**
     * Asks for the money of a shipment: its goods, the delivery too when it is the part's first, and all that is left of
     * the part when it is the last. Nothing happens for parts that are paid otherwise, or taken already.
     *
     * @param caller a worker
     */
    public void shipped(Caller caller, UUID shipment) {
        String shares = """
                with parcel as (
                    select part.id, part.total, o.tax_included
                    from shipment s join sub_order part on part.id = s.sub_order_id
                    join purchase o on o.id = part.order_id where s.id = :shipment),
                line as (
                    select l.quantity, l.amount + case when parcel.tax_included then 0 else l.tax end as gross,
                           coalesce(sum(h.quantity) filter (where h.shipment_id = :shipment), 0) as leaves,
                           coalesce(sum(h.quantity), 0) as gone
                    from parcel join order_line l on l.sub_order_id = parcel.id
                    left join shipment_line h on h.order_line_id = l.id
                    group by l.id, parcel.tax_included),
                price as (
                    select parcel.id,
                           case when bool_and(gone = quantity) then parcel.total
                                else sum(gross * leaves / quantity)::bigint
                                    + case when bool_and(gone = leaves) then parcel.total - sum(gross) else 0 end
                           end as amount
                    from parcel, line group by parcel.id, parcel.total),
                share as (
                    select s.*, least(s.amount - s.taken - s.released, price.amount)::bigint as due
                    from payment_share s join price on price.id = s.sub_order_id for update of s)
                """;
        request(Ids.next(), shares, "shipment", shipment);
    }

    /** Asks for the shares that a query names {@code share} and locks, each with what is due of it; none when nothing is. */
    private int request(UUID id, String shares, String key, UUID value) {
        return database.sql()
                .createUpdate(shares + """
                        , made as (
                            insert into payment_capture (id, payment_id, sub_order_id, tenant_id, amount, currency, state,
                                                         request_id, requested_at, tried_at)
                            select :id, payment_id, sub_order_id, tenant_id, due, currency, 'requested', :request, :now, :now
                            from share where due > 0
                            returning payment_id, sub_order_id, amount)
                        update payment_share s set taken = taken + made.amount
                        from made where s.payment_id = made.payment_id and s.sub_order_id = made.sub_order_id
                        """)
                .bind("id", id)
                .bind(key, value)
                .bind("request", Ids.external("capture", id))
                .bind("now", clock.instant())
                .execute();
    }

    /**
     * Gives up authorised money of a part that will not be taken; all of the amount or nothing, so that a refund is either
     * never taken or sent back.
     *
     * @param caller a worker
     * @return the amount, or zero when less than it is left to take
     */
    public Money release(Caller caller, UUID payment, UUID subOrder, Money amount) {
        int released = database.sql()
                .createUpdate("""
                        update payment_share set released = released + :amount
                        where payment_id = :payment and sub_order_id = :part and currency = :currency
                          and taken + released + :amount <= amount
                        """)
                .bind("payment", payment)
                .bind("part", subOrder)
                .bind("currency", amount.currency())
                .bind("amount", amount.minor())
                .execute();
        return released == 1 ? amount : Money.zero(amount.currency());
    }

    /**
     * Claims captures that are still to be made, oldest first.
     *
     * @param caller a worker
     * @param pause how long one is left alone after it was tried
     */
    public List<CaptureView> claimDue(Caller caller, Duration pause, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select id from payment_capture
                            where state = 'requested' and tried_at = requested_at
                               or state in ('requested', 'unknown') and tried_at < :before
                            order by tried_at limit :limit for update skip locked),
                        claimed as (
                            update payment_capture set tried_at = :now, state = 'unknown' where id in (select id from due))
                        select\s""" + COLUMNS + """
                        from payment_capture c join sub_order part on part.id = c.sub_order_id
                        where c.id in (select id from due) order by c.requested_at, c.id
                        """)
                .bind("before", clock.instant().minus(pause))
                .bind("limit", limit)
                .bind("now", clock.instant())
                .mapTo(CaptureView.class)
                .list();
    }

    /**
     * Keeps how a capture ended.
     *
     * @param caller a worker
     * @param end done or failed; failed frees the share
     * @param reason of a refusal
     * @return false when it was known already
     */
    public boolean settle(Caller caller, UUID capture, CaptureState end, @Nullable String reason) {
        if (!end.isSettled()) {
            throw new IllegalArgumentException("a capture does not end as " + end);
        }
        return database.sql()
                        .createUpdate("""
                        with settled as (
                            update payment_capture set state = :state, reason = :reason, settled_at = :now
                            where id = :id and state in ('requested', 'unknown')
                            returning payment_id, sub_order_id, amount)
                        update payment_share s
                        set taken = taken - case when :state = 'failed' then settled.amount else 0 end
                        from settled where s.payment_id = settled.payment_id and s.sub_order_id = settled.sub_order_id
                        """)
                        .bind("id", capture)
                        .bind("state", end.stored())
                        .bind("reason", reason)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /**
     * Asks anew for what the gateway refused, as far as it is still authorised.
     *
     * @param caller an operator with {@code payment.refund}, or a worker
     * @param reason for the audit
     * @throws DomainException {@link CaptureError#NOTHING_TO_TAKE} when it was not refused or nothing is left of it,
     *     {@link CaptureError#CAPTURE_INVALID}, or the permission is missing
     */
    public void again(Caller caller, UUID capture, String reason) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        new Violations().text("reason", reason, 500).raise(CaptureError.CAPTURE_INVALID);
        UUID id = Ids.next();
        if (requestAgain(capture, id) == 0) {
            throw CaptureError.NOTHING_TO_TAKE.now();
        }
        audit.record(
                caller,
                Audit.Deed.of("payment.capture_again", "capture", capture)
                        .changing(null, "{\"capture\": \"" + id + "\"}")
                        .because(reason.strip()));
    }

    private int requestAgain(UUID capture, UUID id) {
        String shares = """
                with share as (
                    select s.*, least(c.amount, s.amount - s.taken - s.released) as due
                    from payment_capture c join payment_share s using (payment_id, sub_order_id)
                    where c.id = :capture and c.state = 'failed' for update of s)
                """;
        return request(id, shares, "capture", capture);
    }

    /** The captures of an order that the caller may see, oldest first. */
    public List<CaptureView> ofOrder(Caller caller, UUID order) {
        return database.sql()
                .createQuery("select " + COLUMNS + """
                        from payment_capture c join sub_order part on part.id = c.sub_order_id
                        where part.order_id = :order order by c.requested_at, c.id limit 1000
                        """)
                .bind("order", order)
                .mapTo(CaptureView.class)
                .list();
    }
}
