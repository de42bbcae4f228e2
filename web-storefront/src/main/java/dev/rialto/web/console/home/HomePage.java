package dev.rialto.web.console.home;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderFilter;
import dev.rialto.order.OrderSummary;
import dev.rialto.order.Orders;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Today's orders and sums, and what waits for the reader. */
@Route(path = "/", view = "home", menu = Section.HOME)
public class HomePage implements ConsolePage {
    private static final int COUNTED = 200;
    private static final int SHOWN = 8;

    private final Orders orders;
    private final WaitingWork work;
    private final Clock clock;
    private Page<OrderSummary> latest = new Page<>(List.of(), null);
    private List<OrderSummary> today = List.of();
    private Count toShip = Count.NONE;
    private List<Todo> todos = List.of();

    @Inject
    public HomePage(Orders orders, WaitingWork work, Clock clock) {
        this.orders = orders;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.may("order.view")) {
            latest = orders.list(visit.caller(), OrderFilter.newest(COUNTED));
            toShip = Count.of(orders.list(visit.caller(), OrderFilter.in(SubOrderState.TO_SHIP, COUNTED)));
            Instant midnight = midnight(visit.house().zone());
            today = latest.items().stream()
                    .filter(order -> !order.placedAt().isBefore(midnight))
                    .toList();
        }
        todos = work.of(visit, toShip);
        return Outcome.show();
    }

    private Instant midnight(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    @Override
    public String title(Visit visit) {
        return visit.say("page.home");
    }

    public Count ordersToday() {
        return new Count(today.size(), latest.cursor().isPresent() && today.size() == COUNTED);
    }

    /** What was ordered today, by currency; parts that were called off do not count. */
    public String soldToday(Visit visit) {
        Map<String, Money> sums = new TreeMap<>();
        today.stream()
                .filter(order -> order.state() != SubOrderState.CANCELLED && order.state() != SubOrderState.LAPSED)
                .forEach(order -> sums.merge(order.total().currency(), order.total(), Money::plus));
        return sums.isEmpty()
                ? "—"
                : sums.values().stream().map(visit.show()::money).collect(Collectors.joining(" · "));
    }

    public Count toShip() {
        return toShip;
    }

    public List<Todo> todos() {
        return todos;
    }

    public List<OrderSummary> latest() {
        return latest.items().stream().limit(SHOWN).toList();
    }

    public String path(OrderSummary order) {
        return "/orders/" + Ids.external("order", order.orderId());
    }
}
