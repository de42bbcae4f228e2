package dev.rialto.web.console.order;

import dev.rialto.capture.CaptureState;
import dev.rialto.capture.CaptureView;
import dev.rialto.capture.Captures;
import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.membership.MemberRoll;
import dev.rialto.order.ChangePart;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderState;
import dev.rialto.order.OrderView;
import dev.rialto.order.OrderView.OrderEvent;
import dev.rialto.order.Orders;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.payment.PaymentView;
import dev.rialto.refund.OwedRefund;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.RefundFilter;
import dev.rialto.returns.ReturnView;
import dev.rialto.returns.Returns;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order: parts by seller with the form that ships them, sums, payment, buyer and timeline (D79, D84). */
@Route(path = "/orders/{order}", view = "order", permission = "order.view")
public class OrderPage implements ConsolePage {
    private final Orders orders;
    private final OrderDesk desk;
    private final Fulfilment fulfilment;
    private final MemberRoll roll;
    private final Returns returns;
    private final OwedRefunds refunds;
    private final Captures captures;
    private final StepUp stepUp;
    private @Nullable OrderView order;
    private List<ReturnView> back = List.of();
    private List<OwedRefund> owed = List.of();
    private List<CaptureView> taken = List.of();
    private Map<UUID, String> names = Map.of();

    @Inject
    public OrderPage(
            Orders orders,
            OrderDesk desk,
            Fulfilment fulfilment,
            MemberRoll roll,
            Returns returns,
            OwedRefunds refunds,
            Captures captures,
            StepUp stepUp) {
        this.orders = orders;
        this.desk = desk;
        this.fulfilment = fulfilment;
        this.roll = roll;
        this.returns = returns;
        this.refunds = refunds;
        this.captures = captures;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        OrderView found = orders.view(visit.caller(), visit.id("order"));
        List<UUID> people = found.events().stream()
                .map(OrderEvent::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        names = people.isEmpty() ? Map.of() : roll.names(visit.caller(), people);
        order = found;
        back = returns.ofOrder(visit.caller(), found.id());
        owed = refunds.list(visit.caller(), RefundFilter.ofOrder(found.id())).items();
        taken = captures.ofOrder(visit.caller(), found.id());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("confirm")) {
            return confirmDeposit(visit);
        }
        if (action.equals("cancel-order")) {
            stepUp.require(visit);
            desk.cancelOrder(visit.caller(), visit.id("order"), visit.entries().text("reason"));
            return Outcome.go(visit.path(), "done.cancelled", visit.entries().text("number"));
        }
        if (action.startsWith("take-again")) {
            return takeAgain(visit);
        }
        return action.startsWith("cancel-part") || action.startsWith("goodwill")
                ? change(visit, action)
                : forPart(visit, action);
    }

    /** Calls one part off, or gives some of its price back; each part has its own dialog, so the action names the part. */
    private Outcome change(Visit visit, String action) {
        Entries entries = visit.entries();
        UUID part = entries.id("part").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("part", "required"));
        long version = entries.whole("version");
        entries.raise();
        stepUp.require(visit);
        ChangePart change = new ChangePart(part, entries.text("reason"), version);
        if (action.startsWith("cancel-part")) {
            desk.cancelPart(visit.caller(), change);
            return Outcome.go(visit.path(), "done.cancelled", entries.text("number"));
        }
        String currency = orders.view(visit.caller(), visit.id("order")).currency();
        long amount = entries.minor("amount", currency).orElse(0L);
        entries.raise();
        boolean waits = desk.goodwill(visit.caller(), change, new Money(amount, currency));
        return Outcome.go(visit.path(), waits ? "done.goodwill-waits" : "done.goodwill", entries.text("number"));
    }

    private Outcome takeAgain(Visit visit) {
        UUID capture = visit.entries()
                .id("capture")
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("capture", "required"));
        stepUp.require(visit);
        captures.again(visit.caller(), capture, visit.entries().text("reason"));
        return Outcome.go(visit.path(), "done.taken-again");
    }

    private Outcome confirmDeposit(Visit visit) {
        OrderView about = orders.view(visit.caller(), visit.id("order"));
        PaymentView payment = about.payment();
        if (payment == null) {
            throw ConsoleError.NOT_ALLOWED.now();
        }
        long amount = visit.entries().minor("amount", about.currency()).orElse(0L);
        visit.entries().raise();
        stepUp.require(visit);
        desk.confirmDeposit(
                visit.caller(),
                new ConfirmDeposit(
                        payment.id(),
                        new Money(amount, about.currency()),
                        visit.entries().text("reason")));
        return Outcome.go(visit.path(), "done.deposit", about.number());
    }

    private Outcome forPart(Visit visit, String action) {
        Entries entries = visit.entries();
        UUID part = entries.id("part").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("part", "required"));
        long version = entries.whole("version");
        entries.raise();
        switch (action) {
            case "ship" -> fulfilment.ship(visit.caller(), shipping(entries, part, version));
            case "deliver" -> fulfilment.deliver(visit.caller(), part, version);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(
                visit.path(), action.equals("ship") ? "done.shipped" : "done.delivered", entries.text("number"));
    }

    private static ShipSubOrder shipping(Entries entries, UUID part, long version) {
        Map<UUID, Integer> quantities = new HashMap<>();
        for (String line : entries.lines("quantities")) {
            entries.wholeOrNone("quantities." + line)
                    .filter(quantity -> quantity != 0)
                    .ifPresent(quantity -> quantities.put(UUID.fromString(line), Math.toIntExact(quantity)));
        }
        entries.check(!quantities.isEmpty(), "quantities", "required").raise();
        return new ShipSubOrder(
                part,
                entries.text("carrier"),
                entries.optional("trackingNumber").orElse(null),
                quantities,
                version);
    }

    @Override
    public String title(Visit visit) {
        return order == null ? visit.say("page.order") : visit.say("page.order") + " " + order.number();
    }

    public @Nullable OrderView order() {
        return order;
    }

    public String orderTone() {
        return order == null ? "" : OrderWords.tone(order.state());
    }

    public String tone(SubOrderView part) {
        return OrderWords.tone(part.state());
    }

    public boolean isShippable(SubOrderView part) {
        return part.state().isShippable();
    }

    public boolean isWaiting(SubOrderView part) {
        return part.state() == SubOrderState.AWAITING_DEPOSIT;
    }

    public boolean isShipped(SubOrderView part) {
        return part.state() == SubOrderState.SHIPPED;
    }

    public String key(SubOrderView part) {
        return Ids.external("part", part.id());
    }

    /** Who did it, for the timeline; empty for the mall's own doing and for the buyer. */
    public String person(OrderEvent event) {
        return event.accountId() == null ? "" : names.getOrDefault(event.accountId(), "");
    }

    /** What happened, in the reader's words, with the seller where it concerns one part. */
    public String event(OrderEvent event, Visit visit) {
        String what = visit.say("event." + event.kind());
        String seller = order == null || event.subOrderId() == null
                ? ""
                : order.sellerOf(event).orElse("");
        return seller.isEmpty() ? what : what + " · " + seller;
    }

    public boolean isAwaitingDeposit() {
        return order != null && order.state() == OrderState.AWAITING_DEPOSIT;
    }

    public List<ReturnView> returns() {
        return back;
    }

    public String returnPath(ReturnView about) {
        return "/returns/" + Ids.external("return", about.id());
    }

    public List<OwedRefund> refunds() {
        return owed;
    }

    /** What was taken of the payment as parts shipped. */
    public List<CaptureView> captures() {
        return taken;
    }

    public boolean isRefused(CaptureView capture) {
        return capture.stateNow() == CaptureState.FAILED;
    }

    public String key(CaptureView capture) {
        return Ids.external("capture", capture.id());
    }

    /** May the whole order still be called off? */
    public boolean isCancellable() {
        return order != null && order.isCancellable();
    }

    /** May this part alone be called off? Of an order that is not paid only the whole. */
    public boolean isCancellable(SubOrderView part) {
        return order != null && order.state() == OrderState.PAID && part.isCancellable();
    }

    public boolean isPaid() {
        return order != null && order.state() == OrderState.PAID;
    }

    /** What was done last, by whom and when: for the one who came second. */
    public String lastChange(Visit visit) {
        if (order == null || order.events().isEmpty()) {
            return "";
        }
        OrderEvent last = order.events().get(order.events().size() - 1);
        String who = person(last);
        return event(last, visit) + " · " + visit.show().time(last.at()) + (who.isEmpty() ? "" : " · " + who);
    }

    public String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
