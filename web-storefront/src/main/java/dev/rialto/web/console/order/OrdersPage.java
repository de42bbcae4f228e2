package dev.rialto.web.console.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderFilter;
import dev.rialto.order.OrderSummary;
import dev.rialto.order.Orders;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of orders by state (D78); one line for each seller's part. A seller sees its own parts only. */
@Route(path = "/orders", view = "orders", permission = "order.view", menu = Section.ORDERS, rank = 10)
public class OrdersPage implements Listing {
    private static final int PAGE = 50;
    private static final List<SubOrderState> STATES = List.of(
            SubOrderState.TO_SHIP,
            SubOrderState.PARTLY_SHIPPED,
            SubOrderState.AWAITING_DEPOSIT,
            SubOrderState.SHIPPED,
            SubOrderState.DELIVERED,
            SubOrderState.CANCELLED,
            SubOrderState.LAPSED);

    private final Orders orders;
    private Page<OrderSummary> found = new Page<>(List.of(), null);

    @Inject
    public OrdersPage(Orders orders) {
        this.orders = orders;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(
                visit,
                "orders.placed",
                "section.goods",
                "shell.seller",
                "orders.buyer",
                "orders.payment",
                "field.state",
                "orders.total");
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return new Outcome.Send(
                    "orders.csv", "text/csv; charset=utf-8", csv(visit).bytes());
        }
        found = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<OrderSummary> read(Visit visit, @Nullable String after, int limit) {
        return orders.list(
                visit.caller(),
                new OrderFilter(
                        state(visit.query("state")).orElse(null),
                        method(visit.query("method")).orElse(null),
                        null,
                        null,
                        visit.entries().optional("q").orElse(null),
                        day(visit, "from", 0),
                        day(visit, "until", 1),
                        after,
                        limit));
    }

    /** The beginning of a day in the mall's zone, or of the day after; null when none was given or it is no date. */
    private static @Nullable Instant day(Visit visit, String name, int plus) {
        String text = visit.query(name);
        return text.matches("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|[0-9]{4}-(0[13-9]|1[0-2])-(29|30)")
                        || text.matches("[0-9]{4}-(0[13578]|1[02])-31")
                ? LocalDate.parse(text)
                        .plusDays(plus)
                        .atStartOfDay(visit.house().zone())
                        .toInstant()
                : null;
    }

    private CsvFile csv(Visit visit) {
        CsvFile file = new CsvFile(
                "order", "placed", "state", "payment", "seller", "buyer", "first goods", "lines", "total", "currency");
        file.addAll(after -> read(visit, after, CsvFile.PAGE), (OrderSummary each) -> add(file, each));
        return file;
    }

    private static void add(CsvFile file, OrderSummary each) {
        file.add(
                each.number(),
                each.placedAt().toString(),
                each.state().stored(),
                key(each.method()),
                each.sellerName(),
                each.buyerName() == null ? "" : each.buyerName(),
                each.firstTitle(),
                String.valueOf(each.lines()),
                each.total().toDecimal().toPlainString(),
                each.total().currency());
    }

    /** How the form that ships several names a part. */
    public String part(OrderSummary order) {
        return Ids.external("part", order.id());
    }

    public boolean isShippable(OrderSummary order) {
        return order.state().isShippable();
    }

    public Page<OrderSummary> orders() {
        return found;
    }

    /** The states as they stand in the address, those that wait for somebody first. */
    public List<String> states() {
        return STATES.stream().map(SubOrderState::stored).toList();
    }

    public List<Option> methods(Visit visit) {
        return Arrays.stream(PaymentMethod.values())
                .map(OrdersPage::key)
                .map(key -> new Option(key, visit.say("orders.method." + key)))
                .toList();
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("state")
                        + visit.query("q")
                        + visit.query("method")
                        + visit.query("from")
                        + visit.query("until"))
                .isEmpty();
    }

    public String path(OrderSummary order) {
        return "/orders/" + Ids.external("order", order.orderId());
    }

    public String tone(OrderSummary order) {
        return OrderWords.tone(order.state());
    }

    public String state(OrderSummary order) {
        return order.state().stored();
    }

    public String method(OrderSummary order) {
        return key(order.method());
    }

    private static Optional<SubOrderState> state(String text) {
        return STATES.stream().filter(state -> state.stored().equals(text)).findFirst();
    }

    private static Optional<PaymentMethod> method(String text) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> key(method).equals(text))
                .findFirst();
    }

    private static String key(PaymentMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
