package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.message.Outbox;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Json;
import dev.rialto.refund.OweRefund;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.RefundKind;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.stock.HoldStock;
import dev.rialto.stock.Shortage;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import dev.rialto.stock.StockError;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The transactions in which an order as a whole changes, for workers; {@link OrderDesk} says when. */
@Stateless
@Boundary
public class OrderSteps {
    private OrderViews views;
    private OrderChanges changes;
    private BookedSales sales;
    private ChangeLetters letters;
    private Stock stock;
    private Ledger ledger;
    private Deposits deposits;
    private Outbox outbox;
    private OwedRefunds refunds;
    private SiteDirectory sites;
    private Audit audit;

    @Inject
    Event<PartCalledOff> calledOff;

    @Inject
    Event<PartPaidBack> paidBack;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public OrderSteps(
            OrderViews views,
            OrderChanges changes,
            BookedSales sales,
            ChangeLetters letters,
            Stock stock,
            Ledger ledger,
            Deposits deposits,
            Outbox outbox,
            OwedRefunds refunds,
            SiteDirectory sites,
            Audit audit) {
        this.views = views;
        this.changes = changes;
        this.sales = sales;
        this.letters = letters;
        this.stock = stock;
        this.ledger = ledger;
        this.deposits = deposits;
        this.outbox = outbox;
        this.refunds = refunds;
        this.sites = sites;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderSteps() {}

    /**
     * The money came: the order is paid, its stock leaves, the sale is booked, the sellers may ship.
     *
     * @throws DomainException {@link OrderError#NOT_AWAITING_DEPOSIT}; the stock's {@code out_of_stock}
     */
    public void paid(Caller caller, UUID orderId, PaymentView payment) {
        OrderChanges.Subject order = changes.locked(orderId);
        if (order.orderState() != OrderState.AWAITING_DEPOSIT) {
            throw OrderError.NOT_AWAITING_DEPOSIT.because("state", order.state());
        }
        changes.become(
                caller, order, OrderState.PAID, SubOrderState.TO_SHIP.stored(), OrderChanges.Happened.of("paid"));
        OrderView view = view(orderId);
        SiteView site = sites.byId(caller, order.siteId());
        sell(caller, order, view);
        ledger.postSale(caller, sales.of(view, site));
        outbox.add(caller, letters.paid(site, view, payment.amount()));
    }

    private void sell(Caller caller, OrderChanges.Subject order, OrderView view) {
        if (stock.consume(caller, order.checkoutId(), order.id())) {
            return;
        }
        List<Shortage> missing = stock.take(
                caller,
                order.id(),
                lines(view)
                        .map(line -> new HoldStock.Line(line.variantId(), line.quantity()))
                        .toList());
        if (!missing.isEmpty()) {
            throw StockError.OUT_OF_STOCK.because(missing.stream()
                    .map(line -> new FieldError(line.variantId().toString(), "sold_out"))
                    .toList());
        }
    }

    /**
     * Calls an order off of which nothing has shipped; its stock is free again.
     *
     * @param reason what staff gave as theirs; null for the buyer's own doing
     * @return what is owed back; empty when nothing was paid
     * @throws DomainException {@link OrderError#NOT_CANCELLABLE}
     */
    public List<UUID> cancel(Caller caller, UUID orderId, @Nullable String reason) {
        OrderChanges.Subject order = changes.locked(orderId);
        OrderView view = view(orderId);
        if (!view.isCancellable()) {
            throw OrderError.NOT_CANCELLABLE.because("state", order.state());
        }
        view.liveParts().forEach(part -> calledOff.fire(new PartCalledOff(caller, orderId, part.id())));
        boolean isPaid = order.orderState() == OrderState.PAID;
        changes.become(
                caller,
                order,
                OrderState.CANCELLED,
                SubOrderState.CANCELLED.stored(),
                new OrderChanges.Happened("cancelled", reason));
        record(caller, "order.cancelled", orderId, order.state(), reason);
        SiteView site = sites.byId(caller, order.siteId());
        if (!isPaid) {
            deposits.lapse(caller, Objects.requireNonNull(order.paymentId()));
            stock.release(caller, order.checkoutId());
            outbox.add(caller, letters.cancelled(site, view, Money.zero(view.currency())));
            return List.of();
        }
        long back = view.liveParts().stream().mapToLong(SubOrderView::total).sum();
        outbox.add(caller, letters.cancelled(site, view, new Money(back, view.currency())));
        return view.liveParts().stream()
                .flatMap(part -> givenBack(caller, view, part, reason).stream())
                .toList();
    }

    /**
     * Calls one seller's part of a paid order off, before anything of it has shipped.
     *
     * @return what is owed back
     * @throws DomainException {@link OrderError#NOT_CANCELLABLE}, {@link OrderError#PART_NOT_CANCELLABLE},
     *     {@link OrderError#PART_CHANGED}
     */
    public List<UUID> cancelPart(Caller caller, ChangePart change) {
        OrderChanges.PartSubject part = requireFresh(change);
        OrderView view = view(part.orderId());
        if (view.liveParts().size() == 1) {
            return cancel(caller, view.id(), change.reason());
        }
        if (view.state() == OrderState.AWAITING_DEPOSIT) {
            throw OrderError.PART_NOT_CANCELLABLE.now();
        }
        SubOrderView seen = partOf(view, part.id());
        if (!seen.isCancellable()) {
            throw OrderError.NOT_CANCELLABLE.because("state", part.state());
        }
        calledOff.fire(new PartCalledOff(caller, part.orderId(), part.id()));
        changes.notePart(caller, part, "cancelled", Map.of("reason", change.reason()));
        record(caller, "order.part_cancelled", part.id(), part.state(), change.reason());
        changes.closeWhenEmpty(part.orderId());
        List<UUID> owed =
                givenBack(caller, view, seen, change.reason()).stream().toList();
        outbox.add(caller, letters.partCancelled(sites.byId(caller, view.siteId()), view, seen, change.reason()));
        return owed;
    }

    /**
     * Owes the buyer money as goodwill. While a second person has to let it go, the buyer hears nothing of it.
     *
     * @throws DomainException {@link OrderError#PART_CHANGED}; the refund's {@code refund_too_high}, {@code nothing_paid}
     */
    public UUID goodwill(Caller caller, ChangePart change, Money amount) {
        OrderChanges.PartSubject part = requireFresh(change);
        UUID owed = refunds.owe(caller, new OweRefund(part.id(), amount, RefundKind.GOODWILL, change.reason()));
        if (refunds.left(caller, part.id()).isZero()) {
            paidBack.fire(new PartPaidBack(caller, part.orderId(), part.id()));
        }
        if (refunds.isWaiting(caller, owed)) {
            changes.touch(part);
        } else {
            tellGoodwill(caller, part, amount, change.reason());
        }
        return owed;
    }

    /** A second person let goodwill go. */
    public void goodwillApproved(Caller caller, UUID partId, Money amount, String reason) {
        tellGoodwill(caller, changes.lockedPart(partId), amount, reason);
    }

    private void tellGoodwill(Caller caller, OrderChanges.PartSubject part, Money amount, String reason) {
        OrderView view = view(part.orderId());
        changes.notePart(
                caller,
                part,
                "goodwill",
                Map.of("reason", reason, "amount", amount.minor(), "currency", amount.currency()));
        outbox.add(caller, letters.goodwill(sites.byId(caller, view.siteId()), view, amount, reason));
    }

    private void record(Caller caller, String action, UUID subject, String before, @Nullable String why) {
        audit.record(
                caller,
                Audit.Deed.of(action, action.contains("part") ? "sub_order" : "purchase", subject)
                        .changing(Json.write(before), Json.write("cancelled"))
                        .because(why));
    }

    private OrderChanges.PartSubject requireFresh(ChangePart change) {
        OrderChanges.PartSubject part = changes.lockedPart(change.subOrderId());
        if (part.version() != change.version()) {
            throw OrderError.PART_CHANGED.because("version", "stale");
        }
        return part;
    }

    private static SubOrderView partOf(OrderView view, UUID id) {
        return view.parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(OrderError.ORDER_NOT_FOUND::now);
    }

    /** Puts the goods of a part back and owes what is left of its price. */
    private Optional<UUID> givenBack(Caller caller, OrderView order, SubOrderView part, @Nullable String reason) {
        stock.change(
                caller,
                part.lines().stream()
                        .map(line -> new StockChange(
                                StockChange.Kind.RETURN,
                                line.variantId(),
                                line.quantity(),
                                MallNote.GOODS_OF_CANCELLED_ORDER.text(order.number())))
                        .toList());
        Money left = refunds.left(caller, part.id());
        if (left.isZero()) {
            return Optional.empty();
        }
        String why = reason == null ? MallNote.ORDER_CANCELLED.text() : reason;
        return Optional.of(refunds.owe(caller, new OweRefund(part.id(), left, RefundKind.CANCEL, why)));
    }

    /** Ends an order whose deposit did not come in time; false when it came after all. */
    public boolean lapse(Caller caller, UUID orderId, UUID payment) {
        OrderChanges.Subject order = changes.locked(orderId);
        if (order.orderState() != OrderState.AWAITING_DEPOSIT || !deposits.lapse(caller, payment)) {
            return false;
        }
        changes.become(
                caller, order, OrderState.LAPSED, SubOrderState.LAPSED.stored(), OrderChanges.Happened.of("lapsed"));
        stock.release(caller, order.checkoutId());
        OrderView view = view(orderId);
        outbox.add(caller, letters.lapsed(sites.byId(caller, order.siteId()), view));
        return true;
    }

    private OrderView view(UUID order) {
        return views.byId(order).orElseThrow(OrderError.ORDER_NOT_FOUND::now);
    }

    private static Stream<SubOrderView.Line> lines(OrderView view) {
        return view.parts().stream().flatMap(part -> part.lines().stream());
    }
}
