package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.refund.RefundKind;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
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
    private Owing owing;
    private ExchangeRows exchanges;
    private Stock stock;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public ReturnSteps(
            FactReader facts,
            ReturnMoves moves,
            ReturnLetters letters,
            ReturnSettings settings,
            Owing owing,
            ExchangeRows exchanges,
            Stock stock,
            SiteDirectory sites,
            Clock clock) {
        this.facts = facts;
        this.moves = moves;
        this.letters = letters;
        this.settings = settings;
        this.owing = owing;
        this.exchanges = exchanges;
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
            throw ReturnError.RETURN_TOO_LATE.because("ground", "too_late");
        }
        ReturnView made = moves.view(moves.insert(caller, part, request));
        moves.note(caller, made, "return_requested", "");
        letters.tell(caller, made, "requested", List.of());
        return made;
    }

    /** Approves, refuses, receives, or calls off as staff. */
    public void answer(Caller caller, AnswerReturn answer, ReturnState next) {
        ReturnView before = moves.locked(answer.returnId(), answer.version(), next);
        ReturnView now = moves.move(
                caller, before, ReturnMoves.Change.to(next, before, answer.text()), "return_" + next.stored());
        String step = next == ReturnState.CALLED_OFF ? "called_off_by_shop" : next.stored();
        letters.tell(caller, now, step, List.of());
    }

    /** Calls a return off of which nothing has come, as its buyer. */
    public ReturnView callOff(Caller caller, UUID id) {
        ReturnView before = moves.locked(id, ReturnState.CALLED_OFF);
        ReturnView now = moves.move(
                caller, before, ReturnMoves.Change.to(ReturnState.CALLED_OFF, before, ""), "return_called_off");
        letters.tell(caller, now, "called_off", List.of());
        return now;
    }

    /** Keeps the findings, moves the stock and owes the money; what is owed, if anything is. */
    public Optional<UUID> inspect(Caller caller, InspectReturn inspection) {
        ReturnView before = moves.locked(inspection.returnId(), inspection.version(), ReturnState.INSPECTED);
        if (before.state() != ReturnState.RECEIVED) {
            throw ReturnMoves.state(before);
        }
        check(before, inspection);
        PartFacts part = facts.locked(before.partId());
        moves.keepFindings(before, inspection);
        takeBack(caller, before, inspection);
        Map<UUID, Integer> accepted = accepted(moves.view(before.id()));
        int pieces = accepted.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Owing.Owed> owed = pieces == 0 || before.wish() == ReturnWish.EXCHANGE
                ? Optional.empty()
                : owing.owe(caller, before, part.refund(accepted), RefundKind.RETURN);
        ReturnMoves.Change change = new ReturnMoves.Change(
                next(before, pieces, owed.isPresent()),
                before.wish(),
                ReturnOutcome.of(
                        pieces,
                        before.lines().stream()
                                .mapToInt(ReturnView.Line::quantity)
                                .sum()),
                inspection.text(),
                owed.map(Owing.Owed::amount).orElse(0L),
                owed.map(Owing.Owed::id).orElse(null));
        told(caller, before, change);
        return owed.map(Owing.Owed::id);
    }

    static Map<UUID, Integer> accepted(ReturnView about) {
        return about.lines().stream()
                .collect(Collectors.toMap(
                        ReturnView.Line::lineId, line -> Objects.requireNonNullElse(line.accepted(), 0)));
    }

    /** A dearer replacement waits for the buyer's money; what nothing is accepted of, or owed for, is over. */
    private ReturnState next(ReturnView before, int pieces, boolean isOwed) {
        if (pieces == 0 || (before.wish() == ReturnWish.REFUND && !isOwed)) {
            return ReturnState.CLOSED;
        }
        return before.wish() == ReturnWish.EXCHANGE && exchanges.askForExtra(before.id())
                ? ReturnState.TO_PAY
                : ReturnState.INSPECTED;
    }

    private void told(Caller caller, ReturnView before, ReturnMoves.Change change) {
        String step = change.state().stored();
        letters.tell(caller, moves.move(caller, before, change, "return_" + step), step, List.of());
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
        move(caller, about, StockChange.Kind.RETURN, MallNote.GOODS_SENT_BACK.text(about.number()), line -> inspection
                .of(line.lineId())
                .accepted());
        String why = MallNote.WRITTEN_OFF.text(about.number(), inspection.text());
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
}
