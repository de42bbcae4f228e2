package dev.rialto.web.console.returns;

import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberRoll;
import dev.rialto.order.OrderView;
import dev.rialto.order.OrderView.OrderEvent;
import dev.rialto.order.Orders;
import dev.rialto.returns.AnswerReturn;
import dev.rialto.returns.InspectReturn;
import dev.rialto.returns.ReturnDesk;
import dev.rialto.returns.ReturnState;
import dev.rialto.returns.ReturnView;
import dev.rialto.returns.Returns;
import dev.rialto.returns.ShipReplacement;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One return: what is to be done next, its lines, and who did what when (D81, D82, D84). */
@Route(path = "/returns/{return}", view = "return", permission = "order.view")
public class ReturnPage implements ConsolePage {
    /** What money follows. */
    private static final List<String> MONEY = List.of("inspect", "replace", "refund-instead");

    private final Returns returns;
    private final ReturnDesk desk;
    private final Orders orders;
    private final MemberRoll roll;
    private @Nullable ReturnView about;
    private List<OrderEvent> events = List.of();
    private Map<UUID, String> names = Map.of();

    private final StepUp stepUp;

    @Inject
    public ReturnPage(Returns returns, ReturnDesk desk, Orders orders, MemberRoll roll, StepUp stepUp) {
        this.returns = returns;
        this.desk = desk;
        this.orders = orders;
        this.roll = roll;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        ReturnView found = returns.view(visit.caller(), visit.id("return"));
        OrderView order = orders.view(visit.caller(), found.orderId());
        events = order.events().stream()
                .filter(event -> found.partId().equals(event.subOrderId()))
                .filter(event ->
                        event.kind().startsWith("return_") || event.kind().equals("refunded"))
                .toList();
        List<UUID> people = events.stream()
                .map(OrderEvent::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        names = people.isEmpty() ? Map.of() : roll.names(visit.caller(), people);
        about = found;
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID id = visit.id("return");
        Entries entries = visit.entries();
        long version = entries.whole("version");
        entries.raise();
        AnswerReturn answer = new AnswerReturn(id, entries.text("text"), version);
        if (MONEY.contains(action)) {
            stepUp.require(visit);
        }
        switch (action) {
            case "approve" -> desk.approve(visit.caller(), answer);
            case "refuse" -> desk.refuse(visit.caller(), answer);
            case "call-off" -> desk.callOff(visit.caller(), answer);
            case "receive" -> desk.receive(visit.caller(), id, version);
            case "inspect" -> desk.inspect(visit.caller(), inspection(entries, id, version));
            case "replace" -> desk.replace(visit.caller(), replacement(entries, id, version));
            case "refund-instead" -> desk.refundInstead(visit.caller(), answer);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.return-" + action, entries.text("number"));
    }

    private static InspectReturn inspection(Entries entries, UUID id, long version) {
        Map<UUID, InspectReturn.Finding> findings = new HashMap<>();
        for (String line : entries.lines("accepted")) {
            long accepted = entries.wholeOrNone("accepted." + line).orElse(0L);
            long off = entries.wholeOrNone("writtenOff." + line).orElse(0L);
            boolean isSmall = Math.abs(accepted) < 1_000_000 && Math.abs(off) < 1_000_000;
            entries.check(isSmall, "accepted." + line, "not_whole").raise();
            findings.put(idOf(line), new InspectReturn.Finding((int) accepted, (int) off));
        }
        return new InspectReturn(id, findings, entries.text("text"), version);
    }

    private static UUID idOf(String line) {
        try {
            return UUID.fromString(line);
        } catch (IllegalArgumentException e) {
            throw ConsoleError.UNREADABLE_ENTRY.because("accepted." + line, "unknown");
        }
    }

    private static ShipReplacement replacement(Entries entries, UUID id, long version) {
        return new ShipReplacement(
                id, entries.text("carrier"), entries.optional("trackingNumber").orElse(null), version);
    }

    @Override
    public String title(Visit visit) {
        return about == null ? visit.say("page.return") : visit.say("page.return") + " " + about.number();
    }

    public @Nullable ReturnView about() {
        return about;
    }

    public boolean is(String state) {
        return about != null && about.state().stored().equals(state);
    }

    public boolean isOpen() {
        return is(ReturnState.REQUESTED.stored()) || is(ReturnState.APPROVED.stored());
    }

    public String tone() {
        return about == null ? "" : ReturnWords.tone(about.state());
    }

    public String orderPath() {
        return about == null ? "/orders" : "/orders/" + Ids.external("order", about.orderId());
    }

    public List<OrderEvent> events() {
        return events;
    }

    public String person(OrderEvent event) {
        return event.accountId() == null ? "" : names.getOrDefault(event.accountId(), "");
    }

    /** What was done last, by whom and when: for the one who came second. */
    public String lastChange(Visit visit) {
        if (events.isEmpty()) {
            return "";
        }
        OrderEvent last = events.get(events.size() - 1);
        String who = person(last);
        return visit.say("event." + last.kind()) + " · " + visit.show().time(last.at())
                + (who.isEmpty() ? "" : " · " + who);
    }
}
