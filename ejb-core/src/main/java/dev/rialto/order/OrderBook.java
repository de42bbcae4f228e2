package dev.rialto.order;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.ledger.Sale;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.message.Outbox;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentView;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.stock.HoldStock;
import dev.rialto.stock.Shortage;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes orders, in the transaction of the checkout that became one. For workers. */
@Stateless
@Boundary
public class OrderBook {
    private Database database;
    private OrderRows rows;
    private Stock stock;
    private PartPayments partPayments;
    private PaymentDesk payments;
    private Outbox outbox;
    private OrderLetters letters;
    private OrderLinks links;
    private SiteDirectory sites;
    private MasterKey master;

    @Inject
    public OrderBook(
            Database database,
            OrderRows rows,
            Stock stock,
            PartPayments partPayments,
            PaymentDesk payments,
            Outbox outbox,
            OrderLetters letters,
            OrderLinks links,
            SiteDirectory sites,
            MasterKey master) {
        this.database = database;
        this.rows = rows;
        this.stock = stock;
        this.partPayments = partPayments;
        this.payments = payments;
        this.outbox = outbox;
        this.letters = letters;
        this.links = links;
        this.sites = sites;
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderBook() {}

    /**
     * Writes the order, takes its stock, books the sale when it is paid, and writes the order mail (D51, D52).
     *
     * @throws DomainException the stock's {@code out_of_stock} when the hold has lapsed and the goods are gone
     */
    public PlacedOrder place(Caller caller, PlaceOrder order) {
        SiteView site = sites.byId(caller, order.siteId());
        List<OrderRows.NewPart> parts = new ArrayList<>();
        order.goods().parts().forEach(part -> parts.add(OrderRows.NewPart.of(parts.size() + 1, part)));
        String key = links.keyOf(order.orderId());
        OrderRows.Written written = rows.write(order, parts, Tokens.hash(key), pseudonym(order));
        PlacedOrder placed = new PlacedOrder(order.orderId(), written.number(), key);
        if (order.isPaid()) {
            sell(caller, order);
            partPayments.book(caller, order, parts, sale(order, parts, written, site));
            outbox.add(
                    caller,
                    List.of(letters.paid(new OrderLetters.About(site, order, placed, written.sellerContacts()))));
        } else {
            PaymentView deposit = payments.view(caller, order.paymentId());
            holdUntilDue(caller, order, site, deposit);
            outbox.add(
                    caller,
                    List.of(letters.deposit(
                            new OrderLetters.About(site, order, placed, written.sellerContacts()), deposit)));
        }
        return placed;
    }

    /** Takes what is held; stock whose hold has lapsed is taken anew, when there is enough left. */
    private void sell(Caller caller, PlaceOrder order) {
        if (stock.consume(caller, order.checkoutId(), order.orderId())) {
            return;
        }
        List<Shortage> missing = stock.take(
                caller,
                order.orderId(),
                order.goods().lines().stream()
                        .map(line -> new HoldStock.Line(line.variantId(), line.quantity()))
                        .toList());
        if (!missing.isEmpty()) {
            throw StockError.OUT_OF_STOCK.because(missing.stream()
                    .map(line -> new FieldError(line.variantId().toString(), "sold_out"))
                    .toList());
        }
    }

    /** The stock stays held a day longer than the money may take, so that lapsing frees it and nothing else does. */
    private void holdUntilDue(Caller caller, PlaceOrder order, SiteView site, PaymentView deposit) {
        LocalDate due = java.util.Objects.requireNonNull(deposit.dueOn());
        stock.extend(
                caller,
                order.checkoutId(),
                due.plusDays(2).atStartOfDay(ZoneId.of(site.zone())).toInstant());
    }

    private static Sale sale(
            PlaceOrder order, List<OrderRows.NewPart> written, OrderRows.Written rates, SiteView site) {
        LineFees fees = rates.fees();
        List<SubOrderSale> sold = new ArrayList<>();
        for (PricedPart part : order.goods().parts()) {
            sold.add(new SubOrderSale(
                    written.get(sold.size()).id(),
                    part.tenantId(),
                    site.id(),
                    part.netGoods(),
                    part.netDelivery(),
                    part.taxTotal(),
                    part.borneByMall(),
                    0,
                    site.handlingBp(),
                    fees.of(part)));
        }
        return new Sale(order.orderId(), LedgerPurpose.GATEWAY, sold);
    }

    /** The order of a checkout. */
    public PlacedOrder ofCheckout(Caller caller, UUID checkout) {
        return placed(
                caller,
                database.sql()
                        .select("select id from purchase where checkout_id = ?", checkout)
                        .mapTo(UUID.class)
                        .findOne()
                        .orElseThrow(OrderError.ORDER_NOT_FOUND::now));
    }

    /** An order that was made before. */
    public PlacedOrder placed(Caller caller, UUID order) {
        String number = database.sql()
                .select("select number from purchase where id = ?", order)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(OrderError.ORDER_NOT_FOUND::now);
        return new PlacedOrder(order, number, links.keyOf(order));
    }

    private String pseudonym(PlaceOrder order) {
        String person = order.accountId() == null
                ? order.buyer().email().toLowerCase(Locale.ROOT)
                : order.accountId().toString();
        return HexFormat.of().formatHex(master.pseudonym("buyer", person.getBytes(StandardCharsets.UTF_8)));
    }
}
