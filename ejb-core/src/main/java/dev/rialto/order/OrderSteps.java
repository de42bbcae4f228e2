package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.ledger.Ledger;
import dev.rialto.message.Outbox;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.stock.HoldStock;
import dev.rialto.stock.Shortage;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import dev.rialto.stock.StockError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The transactions in which an order as a whole changes, for workers; {@link OrderDesk} says when. */
@Stateless
@Boundary
public class OrderSteps {
    private Database database;
    private OrderViews views;
    private OrderChanges changes;
    private BookedSales sales;
    private ChangeLetters letters;
    private Stock stock;
    private Ledger ledger;
    private Deposits deposits;
    private Outbox outbox;
    private SiteDirectory sites;

    @Inject
    public OrderSteps(
            Database database,
            OrderViews views,
            OrderChanges changes,
            BookedSales sales,
            ChangeLetters letters,
            Stock stock,
            Ledger ledger,
            Deposits deposits,
            Outbox outbox,
            SiteDirectory sites) {
        this.database = database;
        this.views = views;
        this.changes = changes;
        this.sales = sales;
        this.letters = letters;
        this.stock = stock;
        this.ledger = ledger;
        this.deposits = deposits;
        this.outbox = outbox;
        this.sites = sites;
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
            throw new DomainException(OrderError.NOT_AWAITING_DEPOSIT, "state", order.state());
        }
        changes.become(caller, order, OrderState.PAID, SubOrderState.TO_SHIP.stored(), "paid");
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
            throw new DomainException(
                    StockError.OUT_OF_STOCK,
                    missing.stream()
                            .map(line -> new FieldError(line.variantId().toString(), "sold_out"))
                            .toList());
        }
    }

    /**
     * Calls an order off of which nothing has shipped; its stock is free again.
     *
     * @return the payment of which money has to go back; null when none came
     * @throws DomainException {@link OrderError#NOT_CANCELLABLE}
     */
    public @Nullable UUID cancel(Caller caller, UUID orderId) {
        OrderChanges.Subject order = changes.locked(orderId);
        OrderView view = view(orderId);
        if (!view.isCancellable()) {
            throw new DomainException(OrderError.NOT_CANCELLABLE, "state", order.state());
        }
        boolean isPaid = order.orderState() == OrderState.PAID;
        changes.become(caller, order, OrderState.CANCELLED, SubOrderState.CANCELLED.stored(), "cancelled");
        UUID payment = Objects.requireNonNull(order.paymentId());
        if (isPaid) {
            stock.change(caller, returned(view));
        } else {
            deposits.lapse(caller, payment);
            stock.release(caller, order.checkoutId());
        }
        outbox.add(caller, letters.cancelled(sites.byId(caller, order.siteId()), view, isPaid));
        return isPaid ? payment : null;
    }

    private static List<StockChange> returned(OrderView view) {
        return lines(view)
                .map(line -> new StockChange(
                        StockChange.Kind.RETURN, line.variantId(), line.quantity(), "cancelled " + view.number()))
                .toList();
    }

    /** Cancelled orders whose money has not gone back yet. */
    public List<UUID> unrefunded(Caller caller, int limit) {
        return database.sql()
                .createQuery("""
                        select o.id from purchase o join payment p on p.id = o.payment_id
                        where o.state = 'cancelled' and p.state in ('approved', 'captured') and p.refunded < p.amount
                        order by o.id limit :limit
                        """)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /** The payment of an order. */
    public UUID paymentOf(Caller caller, UUID orderId) {
        return Objects.requireNonNull(changes.locked(orderId).paymentId());
    }

    /** Ends an order whose deposit did not come in time; false when it came after all. */
    public boolean lapse(Caller caller, UUID orderId, UUID payment) {
        OrderChanges.Subject order = changes.locked(orderId);
        if (order.orderState() != OrderState.AWAITING_DEPOSIT || !deposits.lapse(caller, payment)) {
            return false;
        }
        changes.become(caller, order, OrderState.LAPSED, SubOrderState.LAPSED.stored(), "lapsed");
        stock.release(caller, order.checkoutId());
        OrderView view = view(orderId);
        outbox.add(caller, letters.lapsed(sites.byId(caller, order.siteId()), view));
        return true;
    }

    private OrderView view(UUID order) {
        return views.byId(order).orElseThrow(() -> new DomainException(OrderError.ORDER_NOT_FOUND));
    }

    private static Stream<SubOrderView.Line> lines(OrderView view) {
        return view.parts().stream().flatMap(part -> part.lines().stream());
    }
}
