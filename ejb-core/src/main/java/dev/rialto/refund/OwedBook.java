package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The written side of owed refunds: each method is one short transaction of a worker. */
@Stateless
@Boundary
public class OwedBook {
    private Database database;
    private Clock clock;
    private Audit audit;
    private Event<RefundMade> made;
    private RefundSettings settings;
    private RefundLetters letters;

    @Inject
    public OwedBook(
            Database database,
            Clock clock,
            Audit audit,
            Event<RefundMade> made,
            RefundSettings settings,
            RefundLetters letters) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.made = made;
        this.settings = settings;
        this.letters = letters;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OwedBook() {}

    private record Source(
            UUID orderId,
            UUID tenantId,
            UUID paymentId,
            String method,
            String state,
            String currency,
            long partLeft,
            long paymentLeft,
            long askedAlone,
            @Nullable String limits) {
        Money left() {
            boolean isPaid = state.equals("captured") || state.equals("approved");
            return new Money(isPaid ? Math.max(0, Math.min(partLeft, paymentLeft)) : 0, currency);
        }
    }

    /** Owes a refund; the payment is locked so that two refunds together never pass what was paid. */
    public UUID owe(Caller caller, OweRefund refund) {
        Source source = locked(caller, refund.subOrderId(), refund.extraPaymentId());
        new Violations()
                .check(refund.amount().minor() > 0, "amount", "not_positive")
                .check(refund.amount().currency().equals(source.currency()), "amount", "currency")
                .text("reason", refund.reason(), 500)
                .raise(RefundError.REFUND_INVALID);
        if (source.left().isZero()) {
            throw RefundError.NOTHING_PAID.because("amount", "nothing_left");
        }
        if (refund.amount().isMoreThan(source.left())) {
            throw RefundError.REFUND_TOO_HIGH.because(List.of(new FieldError(
                    "amount",
                    "at_most",
                    List.of(source.left().toDecimal().toPlainString() + " " + source.currency()))));
        }
        UUID id = Ids.next();
        OwedState state = state(caller, refund.amount(), source);
        insert(caller, refund, source, id, state);
        if (state == OwedState.WAITING) {
            letters.waits(caller, row(caller, id));
        }
        audit.record(
                caller,
                Audit.Deed.of("refund.owe", "sub_order", refund.subOrderId())
                        .changing(left(source.left()), left(id, refund.amount(), source.left()))
                        .because(refund.reason()));
        return id;
    }

    private static String left(Money left) {
        return Json.write(Map.of("left", left.minor(), "currency", left.currency()));
    }

    private static String left(UUID id, Money amount, Money before) {
        return Json.write(Map.of(
                "refund",
                id,
                "amount",
                amount.minor(),
                "left",
                before.minor() - amount.minor(),
                "currency",
                amount.currency()));
    }

    /**
     * What staff ask for beyond the limit waits for a second person; several small ones of the same payment by the same
     * person count as one.
     */
    private OwedState state(Caller caller, Money amount, Source source) {
        boolean isStaff = caller.account() != null && !caller.permissions().isEmpty();
        boolean isLarge = settings.or(source.limits())
                .limit(amount.currency())
                .filter(limit -> source.askedAlone() + amount.minor() > limit.minor())
                .isPresent();
        return isStaff && isLarge ? OwedState.WAITING : OwedState.approved(source.method());
    }

    private void insert(Caller caller, OweRefund refund, Source source, UUID id, OwedState state) {
        database.sql()
                .createUpdate("""
                        insert into refund_owed (id, order_id, sub_order_id, tenant_id, payment_id, of_exchange, kind, amount,
                                                 currency, state, reason, requested_by, created_at)
                        values (:id, :order, :sub, :tenant, :payment, :extra, :kind, :amount, :currency, :state, :reason, :by,
                                :now)
                        """)
                .bind("id", id)
                .bind("order", source.orderId())
                .bind("sub", refund.subOrderId())
                .bind("tenant", source.tenantId())
                .bind("payment", source.paymentId())
                .bind("extra", refund.extraPaymentId() != null)
                .bind("kind", refund.kind().stored())
                .bind("amount", refund.amount().minor())
                .bind("currency", source.currency())
                .bind("state", state.stored())
                .bind("reason", refund.reason().strip())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
    }

    public Money left(Caller caller, UUID subOrder) {
        return locked(caller, subOrder, null).left();
    }

    /** What is left of one payment of a part; for {@link ApprovalBook}. */
    public Money leftOf(Caller caller, UUID subOrder, UUID payment) {
        return locked(caller, subOrder, payment).left();
    }

    /** The payment of the part, or the one that an exchange of it brought. */
    private Source locked(Caller caller, UUID subOrder, @Nullable UUID extra) {
        boolean isKnown = database.sql()
                .createQuery("""
                        select p.id from payment p join purchase o on p.id = coalesce(:extra::uuid, o.payment_id)
                        join sub_order s on s.order_id = o.id where s.id = :sub for update of p
                        """)
                .bind("sub", subOrder)
                .bind("extra", extra)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
        if (!isKnown) {
            throw RefundError.REFUND_NOT_FOUND.now();
        }
        // read after the lock, so that what another transaction owed meanwhile is counted
        return database.sql()
                .createQuery("""
                        select s.order_id, s.tenant_id, p.id as payment_id, p.method, p.state, p.currency,
                               case when p.return_id is null then s.total else p.amount end - coalesce(
                                   (select sum(r.amount) from refund_owed r
                                    where r.sub_order_id = s.id and r.payment_id = p.id and r.state <> 'refused'), 0)
                                   as part_left,
                               p.amount - greatest(p.refunded, coalesce(
                                   (select sum(r.amount) from refund_owed r
                                    where r.payment_id = p.id and r.state <> 'refused'), 0)) as payment_left,
                               coalesce((select sum(r.amount) from refund_owed r
                                         where r.payment_id = p.id and r.requested_by = :by and r.decided_by is null
                                           and r.state <> 'refused'), 0) as asked_alone,
                               (select alone from refund_terms) as limits
                        from sub_order s join purchase o on o.id = s.order_id
                        join payment p on p.id = coalesce(:extra::uuid, o.payment_id)
                        where s.id = :sub
                        """)
                .bind("sub", subOrder)
                .bind("extra", extra)
                .bind("by", caller.account())
                .mapTo(Source.class)
                .one();
    }

    public OwedRow row(Caller caller, UUID owed) {
        return database.sql()
                .createQuery(OwedRow.SELECT + " where r.id = :id")
                .bind("id", owed)
                .mapTo(OwedRow.class)
                .findOne()
                .orElseThrow(RefundError.REFUND_NOT_FOUND::now);
    }

    public List<OwedRow> open(Caller caller, int limit) {
        return database.sql()
                .createQuery(OwedRow.SELECT + " where r.state = 'open' order by r.created_at, r.id limit :limit")
                .bind("limit", limit)
                .mapTo(OwedRow.class)
                .list();
    }

    /** Takes a refund in hand that waits for staff, under a new request id when the last was refused. */
    public OwedRow taken(Caller caller, UUID owed, OwedState from, long version) {
        OwedRow row = row(caller, owed);
        if (row.stateNow() != from) {
            throw RefundError.REFUND_SETTLED.because("state", row.state());
        }
        int moved = database.sql()
                .createUpdate("""
                        update refund_owed set version = version + 1,
                            tries = tries + case state when 'failed' then 1 else 0 end,
                            state = case state when 'failed' then 'open' else state end
                        where id = :id and state = :from and version = :version
                        """)
                .bind("id", owed)
                .bind("from", from.stored())
                .bind("version", version)
                .execute();
        if (moved == 0) {
            throw RefundError.REFUND_CHANGED.because("version", "stale");
        }
        return row(caller, owed);
    }

    public void paid(Caller caller, UUID owed, String note) {
        if (!settle(caller, owed, OwedState.PAID, note)) {
            return;
        }
        OwedRow row = row(caller, owed);
        database.sql()
                .createUpdate("""
                        insert into order_event (id, order_id, sub_order_id, tenant_id, kind, account_id, detail, at)
                        values (:id, :order, :sub, :tenant, 'refunded', :by, :detail::jsonb, :now)
                        """)
                .bind("id", Ids.next())
                .bind("order", row.orderId())
                .bind("sub", row.subOrderId())
                .bind("tenant", row.tenantId())
                .bind("by", caller.account())
                .bind(
                        "detail",
                        Json.write(Map.of(
                                "amount",
                                row.amount(),
                                "currency",
                                row.currency(),
                                "reason",
                                note.isEmpty() ? row.reason() : row.reason() + " · " + note)))
                .bind("now", clock.instant())
                .execute();
        if (!note.isEmpty()) {
            audit.record(
                    caller, Audit.Deed.of("refund.by_hand", "refund_owed", owed).because(note));
        }
        made.fire(new RefundMade(
                caller, owed, row.orderId(), row.subOrderId(), row.view().kind(), row.money()));
    }

    public void failed(Caller caller, UUID owed) {
        settle(caller, owed, OwedState.FAILED, "");
    }

    private boolean settle(Caller caller, UUID owed, OwedState state, String note) {
        return database.sql()
                        .createUpdate("""
                        update refund_owed set state = :state, settled_at = :now, settled_by = :by,
                            settled_note = nullif(:note, ''), version = version + 1
                        where id = :id and state in ('open', 'by_hand')
                        """)
                        .bind("state", state.stored())
                        .bind("now", clock.instant())
                        .bind("by", caller.account())
                        .bind("note", note)
                        .bind("id", owed)
                        .execute()
                == 1;
    }
}
