package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.refund.OweRefund;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.RefundKind;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.stock.HoldStock;
import dev.rialto.stock.Shortage;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import dev.rialto.stock.StockError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The transactions in which a return changes, for workers; {@link Returns} and {@link ReturnDesk} say when. */
@Stateless
@Boundary
public class ReturnSteps {
    private FactReader facts;
    private ReturnMoves moves;
    private ReturnLetters letters;
    private ReturnSettings settings;
    private OwedRefunds refunds;
    private Stock stock;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public ReturnSteps(
            FactReader facts,
            ReturnMoves moves,
            ReturnLetters letters,
            ReturnSettings settings,
            OwedRefunds refunds,
            Stock stock,
            SiteDirectory sites,
            Clock clock) {
        this.facts = facts;
        this.moves = moves;
        this.letters = letters;
        this.settings = settings;
        this.refunds = refunds;
        this.stock = stock;
        this.sites = sites;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnSteps() {}

    /** What of the parts of an order may come back. */
    public List<Returnable> returnable(Caller caller, UUID order) {
        return facts.ofOrder(order).stream()
                .map(part -> returnable(caller, part))
                .toList();
    }

    private Returnable returnable(Caller caller, PartFacts part) {
        ZoneId zone = ZoneId.of(sites.mall(caller).zone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return part.returnable(settings, today, zone);
    }

    /** Writes a request down, when the pieces may come back and it is in time. */
    public ReturnView request(Caller caller, UUID partId, RequestReturn request) {
        PartFacts part = facts.locked(partId);
        part.require(request.items());
        Returnable allowed = returnable(caller, part);
        boolean inTime = request.ground() == ReturnGround.WITHDRAWAL ? allowed.mayWithdraw() : allowed.mayComplain();
        if (!inTime) {
            throw new DomainException(ReturnError.RETURN_TOO_LATE, "ground", "too_late");
        }
        ReturnView made = moves.view(moves.insert(caller, part, request));
        moves.note(caller, made, "return_requested", request.reason());
        letters.tell(caller, made, "requested", List.of());
        return made;
    }

    /** Approves, refuses or receives. */
    public void answer(Caller caller, AnswerReturn answer, ReturnState next) {
        ReturnView before = moves.locked(answer.returnId(), answer.version(), next);
        ReturnView now = moves.move(
                caller, before, ReturnMoves.Change.to(next, before, answer.text()), "return_" + next.stored());
        letters.tell(caller, now, next.stored(), List.of());
    }

    /** Keeps the findings, moves the stock and owes the money; what is owed, if anything is. */
    public Optional<UUID> inspect(Caller caller, InspectReturn inspection) {
        ReturnView before = moves.locked(inspection.returnId(), inspection.version(), ReturnState.INSPECTED);
        check(before, inspection);
        PartFacts part = facts.locked(before.partId());
        Map<UUID, Integer> accepted = before.lines().stream()
                .collect(Collectors.toMap(
                        ReturnView.Line::lineId,
                        line -> inspection.of(line.lineId()).accepted()));
        moves.keepFindings(before, inspection);
        takeBack(caller, before, inspection);
        int pieces = accepted.values().stream().mapToInt(Integer::intValue).sum();
        ReturnOutcome outcome = ReturnOutcome.of(
                pieces,
                before.lines().stream().mapToInt(ReturnView.Line::quantity).sum());
        Optional<Owed> owed = pieces == 0 || before.wish() == ReturnWish.EXCHANGE
                ? Optional.empty()
                : owe(caller, before, part.refund(accepted), RefundKind.RETURN);
        boolean isOver = pieces == 0 || (before.wish() == ReturnWish.REFUND && owed.isEmpty());
        ReturnState next = isOver ? ReturnState.CLOSED : ReturnState.INSPECTED;
        ReturnView now = moves.move(
                caller, before, change(before, next, outcome, inspection.text(), owed), "return_" + next.stored());
        letters.tell(caller, now, next.stored(), List.of());
        return owed.map(Owed::id);
    }

    private static void check(ReturnView before, InspectReturn inspection) {
        Violations violations = new Violations();
        boolean isAllFine = true;
        for (ReturnView.Line line : before.lines()) {
            InspectReturn.Finding found = inspection.of(line.lineId());
            boolean fits = found.accepted() >= 0 && found.accepted() <= line.quantity();
            violations.check(fits, "accepted." + line.lineId(), "out_of_range", 0, line.quantity());
            violations.check(
                    found.writtenOff() >= 0 && found.writtenOff() <= Math.max(0, found.accepted()),
                    "writtenOff." + line.lineId(),
                    "out_of_range",
                    0,
                    Math.max(0, found.accepted()));
            isAllFine &= found.accepted() == line.quantity() && found.writtenOff() == 0;
        }
        for (UUID named : inspection.findings().keySet()) {
            violations.check(
                    before.lines().stream().anyMatch(line -> line.lineId().equals(named)),
                    "accepted." + named,
                    "unknown");
        }
        violations.optionalText("text", inspection.text(), 1_000);
        violations.check(isAllFine || !inspection.text().isBlank(), "text", "required");
        violations.raise(ReturnError.RETURN_INVALID);
    }

    /** What was accepted is on hand again; what is not fit to be sold leaves by a correction with the reason. */
    private void takeBack(Caller caller, ReturnView about, InspectReturn inspection) {
        move(caller, about, StockChange.Kind.RETURN, "return " + about.number(), line -> inspection
                .of(line.lineId())
                .accepted());
        String why = "written off, return " + about.number() + ": " + inspection.text();
        move(
                caller,
                about,
                StockChange.Kind.CORRECTION,
                why.substring(0, Math.min(500, why.length())),
                line -> -inspection.of(line.lineId()).writtenOff());
    }

    private void move(
            Caller caller, ReturnView about, StockChange.Kind kind, String why, ToIntFunction<ReturnView.Line> pieces) {
        Map<UUID, Integer> byVariant = new TreeMap<>();
        about.lines().forEach(line -> byVariant.merge(line.variantId(), pieces.applyAsInt(line), Integer::sum));
        List<StockChange> changes = new ArrayList<>();
        byVariant.forEach((variant, quantity) -> {
            if (quantity != 0) {
                changes.add(new StockChange(kind, variant, quantity, why));
            }
        });
        if (!changes.isEmpty()) {
            stock.change(caller, changes);
        }
    }

    private record Owed(UUID id, long amount) {}

    /** Owes at most what the part has left: goodwill may have given some of it back before. */
    private Optional<Owed> owe(Caller caller, ReturnView about, Money wanted, RefundKind kind) {
        Money left = refunds.left(caller, about.partId());
        Money amount = wanted.isMoreThan(left) ? left : wanted;
        if (amount.isZero()) {
            return Optional.empty();
        }
        UUID id = refunds.owe(caller, new OweRefund(about.partId(), amount, kind, "return " + about.number()));
        return Optional.of(new Owed(id, amount.minor()));
    }

    private static ReturnMoves.Change change(
            ReturnView before, ReturnState next, ReturnOutcome outcome, String text, Optional<Owed> owed) {
        return new ReturnMoves.Change(
                next,
                before.wish(),
                outcome,
                text,
                owed.map(Owed::amount).orElse(0L),
                owed.map(Owed::id).orElse(null));
    }

    /** Takes the replacements from the shelf and sends them; the difference that is owed, if there is one. */
    public Optional<UUID> replace(Caller caller, ShipReplacement command) {
        ReturnView before = exchange(command.returnId(), command.version(), ReturnState.EXCHANGED);
        Map<UUID, Long> wanted = new TreeMap<>();
        long difference = 0;
        for (ReturnView.Line line : before.lines()) {
            int accepted = Objects.requireNonNullElse(line.accepted(), 0);
            if (accepted > 0 && line.replacementId() != null) {
                wanted.merge(line.replacementId(), (long) accepted, Long::sum);
                difference += Math.multiplyExact(line.difference(), accepted);
            }
        }
        take(caller, before, wanted);
        moves.ship(caller, before, command);
        Optional<Owed> owed =
                owe(caller, before, new Money(difference, before.refund().currency()), RefundKind.DIFFERENCE);
        ReturnOutcome outcome = Objects.requireNonNull(before.outcome());
        ReturnView now = moves.move(
                caller, before, change(before, ReturnState.EXCHANGED, outcome, "", owed), "return_exchanged");
        letters.tell(
                caller,
                now,
                "exchanged",
                letters.parcel(before.orderId(), command.carrier().strip(), command.tracking()));
        return owed.map(Owed::id);
    }

    private ReturnView exchange(UUID id, long version, ReturnState next) {
        ReturnView before = moves.locked(id, version, next);
        if (!before.isToReplace()) {
            throw new DomainException(
                    ReturnError.RETURN_STATE, "state", before.state().stored());
        }
        return before;
    }

    private void take(Caller caller, ReturnView about, Map<UUID, Long> wanted) {
        List<Shortage> missing = stock.take(
                caller,
                about.orderId(),
                wanted.entrySet().stream()
                        .map(each -> new HoldStock.Line(each.getKey(), each.getValue()))
                        .toList());
        if (!missing.isEmpty()) {
            throw new DomainException(
                    StockError.OUT_OF_STOCK,
                    missing.stream()
                            .map(each -> new FieldError("replacement", "sold_out"))
                            .toList());
        }
    }

    /** Owes money where a replacement was wanted. */
    public Optional<UUID> refundInstead(Caller caller, AnswerReturn answer) {
        ReturnView before = exchange(answer.returnId(), answer.version(), ReturnState.INSPECTED);
        Map<UUID, Integer> accepted = before.lines().stream()
                .collect(Collectors.toMap(
                        ReturnView.Line::lineId, line -> Objects.requireNonNullElse(line.accepted(), 0)));
        Money wanted = facts.locked(before.partId()).refund(accepted);
        Optional<Owed> owed = owe(caller, before, wanted, RefundKind.RETURN);
        ReturnState next = owed.isEmpty() ? ReturnState.CLOSED : ReturnState.INSPECTED;
        ReturnMoves.Change change = new ReturnMoves.Change(
                next,
                ReturnWish.REFUND,
                before.outcome(),
                answer.text(),
                owed.map(Owed::amount).orElse(0L),
                owed.map(Owed::id).orElse(null));
        ReturnView now = moves.move(caller, before, change, "return_" + next.stored());
        letters.tell(caller, now, next.stored(), List.of());
        return owed.map(Owed::id);
    }
}
