package dev.rialto.bankfile;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderDesk;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides about credits of bank files; everything needs {@code payment.confirm} and the version that was read. */
@Stateless
@Boundary
public class BankEntries {
    private Database database;
    private BankRows rows;
    private OrderDesk orders;
    private Audit audit;
    private Clock clock;

    @Inject
    public BankEntries(Database database, BankRows rows, OrderDesk orders, Audit audit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BankEntries() {}

    /** Credits, newest first. */
    public Page<BankEntryView> list(Caller caller, EntryFilter filter) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        return rows.list(filter);
    }

    private record Awaiting(UUID orderId, String number, UUID paymentId, String state, long amount, String currency) {}

    /**
     * Books a credit to an order that waits for its deposit: the order is paid. With what came short for the same order
     * before it may be enough; what is too much is to be sent back.
     *
     * @return the entry: {@code BOOKED}, {@code REFUND} with the surplus, or {@code SHORT} when it is still too little
     * @throws DomainException {@link BankFileError#ENTRY_INVALID} naming {@code orderNumber},
     *     {@link BankFileError#ENTRY_STATE}, {@link BankFileError#ENTRY_CHANGED}; the order's and the stock's refusals
     */
    public BankEntryView book(Caller caller, DecideEntry decision) {
        BankRows.Row entry = open(caller, decision);
        Awaiting order = awaiting(entry, decision);
        List<BankRows.Row> before = database.sql()
                .createQuery(
                        BankRows.Row.SELECT
                                + " where e.order_id = :order and e.state = 'short' and e.id <> :id order by e.id for update of e")
                .bind("order", order.orderId())
                .bind("id", entry.id())
                .mapTo(BankRows.Row.class)
                .list();
        long came =
                entry.amount() + before.stream().mapToLong(BankRows.Row::amount).sum();
        if (came < order.amount()) {
            settle(caller, entry, BankEntryState.SHORT, order, 0, decision.reason());
            return view(entry.id());
        }
        orders.confirmDeposit(
                caller,
                new ConfirmDeposit(order.paymentId(), new Money(order.amount(), order.currency()), decision.reason()));
        before.forEach(each -> settle(caller, each, BankEntryState.BOOKED, order, 0, decision.reason()));
        long back = came - order.amount();
        settle(
                caller,
                entry,
                back == 0 ? BankEntryState.BOOKED : BankEntryState.REFUND,
                order,
                Math.min(back, entry.amount()),
                decision.reason());
        return view(entry.id());
    }

    private Awaiting awaiting(BankRows.Row entry, DecideEntry decision) {
        String number = decision.orderNumber().isEmpty() ? entry.orderNumber() : decision.orderNumber();
        Awaiting order = database.sql()
                .createQuery("""
                        select o.id as order_id, o.number, p.id as payment_id, p.state, p.amount, p.currency
                        from purchase o join payment p on p.id = o.payment_id
                        where o.number = upper(:number) and p.method = 'deposit'
                        """)
                .bind("number", number == null ? "" : number)
                .mapTo(Awaiting.class)
                .findOne()
                .orElseThrow(() -> BankFileError.ENTRY_INVALID.because("orderNumber", "unknown"));
        if (!order.state().equals("awaiting_deposit")) {
            throw BankFileError.ENTRY_STATE.because("orderNumber", "no_deposit_awaited");
        }
        if (!order.currency().equals(entry.currency())) {
            throw BankFileError.ENTRY_INVALID.because(
                    List.of(new FieldError("orderNumber", "other_currency", List.of(order.currency()))));
        }
        return order;
    }

    /** Marks an entry that is to be sent back to its payer; {@link #sentBack} says when that was done. */
    public void sendBack(Caller caller, DecideEntry decision) {
        BankRows.Row entry = open(caller, decision);
        settle(caller, entry, BankEntryState.REFUND, null, entry.amount(), decision.reason());
    }

    /** Leaves an entry as it is, with the reason. */
    public void ignore(Caller caller, DecideEntry decision) {
        settle(caller, open(caller, decision), BankEntryState.IGNORED, null, 0, decision.reason());
    }

    /** Notes that the money of {@link BankEntryState#REFUND} was sent. */
    public void sentBack(Caller caller, DecideEntry decision) {
        BankRows.Row entry = locked(caller, decision);
        if (BankEntryState.ofStored(entry.state()) != BankEntryState.REFUND) {
            throw BankFileError.ENTRY_STATE.because("state", entry.state());
        }
        settle(caller, entry, BankEntryState.REFUNDED, null, entry.back(), decision.reason());
    }

    private BankRows.Row open(Caller caller, DecideEntry decision) {
        BankRows.Row entry = locked(caller, decision);
        if (!BankEntryState.ofStored(entry.state()).isOpen()) {
            throw BankFileError.ENTRY_STATE.because("state", entry.state());
        }
        return entry;
    }

    private BankRows.Row locked(Caller caller, DecideEntry decision) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        decision.check();
        BankRows.Row entry = database.sql()
                .createQuery(BankRows.Row.SELECT + " where e.id = :id for update of e")
                .bind("id", decision.entryId())
                .mapTo(BankRows.Row.class)
                .findOne()
                .orElseThrow(BankFileError.ENTRY_NOT_FOUND::now);
        if (entry.version() != decision.version()) {
            throw BankFileError.ENTRY_CHANGED.because("version", "stale");
        }
        return entry;
    }

    private BankEntryView view(UUID id) {
        return database.sql()
                .createQuery(BankRows.Row.SELECT + " where e.id = :id")
                .bind("id", id)
                .mapTo(BankRows.Row.class)
                .one()
                .view();
    }

    private void settle(
            Caller caller,
            BankRows.Row entry,
            BankEntryState state,
            @Nullable Awaiting order,
            long back,
            String reason) {
        database.sql()
                .createUpdate("""
                        update bank_entry set state = :state, order_id = coalesce(:order, order_id),
                            due = coalesce(:due, due), back = :back, note = :reason, handled_by = :by, handled_at = :now,
                            version = version + 1
                        where id = :id
                        """)
                .bind("state", state.stored())
                .bind("order", order == null ? null : order.orderId())
                .bind("due", order == null ? null : order.amount())
                .bind("back", back)
                .bind("reason", reason)
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("id", entry.id())
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("bank_entry." + state.stored(), "bank_entry", entry.id())
                        .changing(
                                Json.write(Map.of("state", entry.state(), "back", 0)),
                                Json.write(Map.of("state", state.stored(), "back", back)))
                        .because(reason));
    }
}
