package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The written side of decisions about large refunds: each method is one short transaction of a worker. */
@Stateless
@Boundary
public class ApprovalBook {
    private Database database;
    private Clock clock;
    private Audit audit;
    private OwedBook book;
    private Event<RefundApproved> approved;
    private RefundLetters letters;

    @Inject
    public ApprovalBook(
            Database database,
            Clock clock,
            Audit audit,
            OwedBook book,
            Event<RefundApproved> approved,
            RefundLetters letters) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.book = book;
        this.approved = approved;
        this.letters = letters;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ApprovalBook() {}

    private record Sums(long paid, long before, long partTotal) {}

    /** A refund with what it does to its payment. */
    public RefundQuestion question(Caller caller, UUID refund) {
        OwedRow row = book.row(caller, refund);
        Sums sums = database.sql()
                .createQuery("""
                        select p.amount as paid, s.total as part_total,
                               coalesce((select sum(r.amount) from refund_owed r
                                         where r.payment_id = p.id and r.state <> 'refused' and r.id <> :id), 0) as before
                        from payment p, sub_order s where p.id = :payment and s.id = :part
                        """)
                .bind("id", row.id())
                .bind("payment", row.paymentId())
                .bind("part", row.subOrderId())
                .mapTo(Sums.class)
                .one();
        String currency = row.currency();
        return new RefundQuestion(
                row.view(),
                new Money(sums.paid(), currency),
                new Money(sums.before(), currency),
                new Money(sums.partTotal(), currency));
    }

    /** Lets a refund go, unless the same person asked for it. */
    public void approve(Caller caller, DecideRefund decision) {
        OwedRow row = waiting(caller, decision);
        if (Objects.equals(row.requestedBy(), caller.account())) {
            throw RefundError.OWN_REQUEST.now();
        }
        OwedState next = OwedState.approved(row.method());
        decide(caller, row, next, decision.note().strip());
        approved.fire(new RefundApproved(
                caller, row.id(), row.orderId(), row.subOrderId(), row.view().kind(), row.money(), row.reason()));
    }

    /** Says no; whoever asked may take it back so. */
    public void refuse(Caller caller, DecideRefund decision) {
        decide(
                caller,
                waiting(caller, decision),
                OwedState.REFUSED,
                decision.note().strip());
    }

    private OwedRow waiting(Caller caller, DecideRefund decision) {
        OwedRow row = book.row(caller, decision.refundId());
        if (row.stateNow() != OwedState.WAITING) {
            throw RefundError.REFUND_SETTLED.because("state", row.state());
        }
        if (row.version() != decision.version()) {
            throw RefundError.REFUND_CHANGED.because("version", "stale");
        }
        return row;
    }

    private void decide(Caller caller, OwedRow row, OwedState next, String note) {
        int moved = database.sql()
                .createUpdate("""
                        update refund_owed set state = :next, decided_by = :by, decided_at = :now,
                            decided_note = nullif(:note, ''), version = version + 1
                        where id = :id and state = 'waiting' and version = :version
                        """)
                .bind("next", next.stored())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("note", note)
                .bind("id", row.id())
                .bind("version", row.version())
                .execute();
        if (moved == 0) {
            throw RefundError.REFUND_CHANGED.because("version", "stale");
        }
        record(caller, row, next == OwedState.REFUSED ? "refund.refuse" : "refund.approve", next, note);
    }

    /** Asks anew for what was refused, as long as so much is still left of the payment. */
    public void askAgain(Caller caller, DecideRefund wish) {
        OwedRow row = book.row(caller, wish.refundId());
        if (row.stateNow() != OwedState.REFUSED) {
            throw RefundError.REFUND_SETTLED.because("state", row.state());
        }
        if (row.money().isMoreThan(book.leftOf(caller, row.subOrderId(), row.paymentId()))) {
            throw RefundError.REFUND_TOO_HIGH.because("amount", "nothing_left");
        }
        int moved = database.sql()
                .createUpdate("""
                        update refund_owed set state = 'waiting', requested_by = :by, reason = :reason, decided_by = null,
                            decided_at = null, decided_note = null, version = version + 1
                        where id = :id and state = 'refused' and version = :version
                        """)
                .bind("by", caller.account())
                .bind("reason", wish.note().strip())
                .bind("id", row.id())
                .bind("version", wish.version())
                .execute();
        if (moved == 0) {
            throw RefundError.REFUND_CHANGED.because("version", "stale");
        }
        letters.waits(caller, book.row(caller, row.id()));
        record(caller, row, "refund.ask_again", OwedState.WAITING, wish.note().strip());
    }

    private void record(Caller caller, OwedRow row, String deed, OwedState next, @Nullable String why) {
        audit.record(
                caller,
                Audit.Deed.of(deed, "refund_owed", row.id())
                        .changing(state(row, row.stateNow()), state(row, next))
                        .because(why));
    }

    private static String state(OwedRow row, OwedState state) {
        return Json.write(Map.of(
                "state", state.stored(), "amount", row.amount(), "currency", row.currency(), "part", row.number()));
    }
}
