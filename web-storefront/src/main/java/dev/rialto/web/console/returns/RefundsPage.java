package dev.rialto.web.console.returns;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.refund.OwedRefund;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.OwedState;
import dev.rialto.refund.PayByHand;
import dev.rialto.refund.RefundFilter;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that is owed back or went back, with who and why; deposits are sent by hand and noted here. */
@Route(path = "/refunds", view = "refunds", permission = "order.view", menu = Section.ORDERS, rank = 40)
public class RefundsPage implements Listing {
    private static final int PAGE = 50;
    private static final String BY_HAND = "by-hand.";
    private static final String AGAIN = "again.";

    private final OwedRefunds refunds;
    private final StepUp stepUp;
    private Page<OwedRefund> found = new Page<>(List.of(), null);

    @Inject
    public RefundsPage(OwedRefunds refunds, StepUp stepUp) {
        this.refunds = refunds;
        this.stepUp = stepUp;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(
                visit,
                "returns.requested",
                "refunds.kind",
                "orders.payment",
                "shell.reason",
                "field.state",
                "field.amount");
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return new Outcome.Send(
                    "refunds.csv", "text/csv; charset=utf-8", csv(visit).bytes());
        }
        found = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<OwedRefund> read(Visit visit, @Nullable String after, int limit) {
        OwedState state = Arrays.stream(OwedState.values())
                .filter(each -> each.stored().equals(visit.query("state")))
                .findFirst()
                .orElse(null);
        return refunds.list(
                visit.caller(),
                new RefundFilter(state, null, visit.entries().optional("q").orElse(null), after, limit));
    }

    private CsvFile csv(Visit visit) {
        CsvFile file = new CsvFile(
                "order",
                "created",
                "state",
                "kind",
                "method",
                "seller",
                "amount",
                "currency",
                "reason",
                "note",
                "asked by",
                "decided by",
                "decision");
        file.addAll(after -> read(visit, after, CsvFile.PAGE), (OwedRefund each) -> add(file, each));
        return file;
    }

    private static void add(CsvFile file, OwedRefund each) {
        file.add(
                each.number(),
                each.createdAt().toString(),
                each.state().stored(),
                each.kind().stored(),
                each.method(),
                each.sellerName(),
                each.amount().toDecimal().toPlainString(),
                each.amount().currency(),
                each.reason(),
                text(each.note()),
                text(each.askedBy()),
                text(each.decision() == null ? null : each.decision().name()),
                text(each.decision() == null ? null : each.decision().note()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Outcome act(Visit visit, String action) {
        Entries entries = visit.entries();
        long version = entries.whole("version");
        entries.raise();
        stepUp.require(visit);
        if (action.startsWith(BY_HAND)) {
            UUID id = id(action.substring(BY_HAND.length()));
            refunds.payByHand(visit.caller(), new PayByHand(id, entries.text("note"), version));
            return Outcome.go(visit.path(), "done.refund-by-hand", entries.text("number"));
        }
        if (action.startsWith(AGAIN)) {
            refunds.again(visit.caller(), id(action.substring(AGAIN.length())), version);
            return Outcome.go(visit.path(), "done.refund-again", entries.text("number"));
        }
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    private static UUID id(String text) {
        return Ids.parse("refund", text).orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
    }

    public Page<OwedRefund> refunds() {
        return found;
    }

    public List<String> states() {
        return Arrays.stream(OwedState.values()).map(OwedState::stored).toList();
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("state") + visit.query("q")).isEmpty();
    }

    public String tone(OwedRefund refund) {
        return ReturnWords.tone(refund.state());
    }

    public String orderPath(OwedRefund refund) {
        return "/orders/" + Ids.external("order", refund.orderId());
    }

    public String key(OwedRefund refund) {
        return Ids.external("refund", refund.id());
    }

    /** Does it wait for a second person, or did one refuse it? */
    public boolean isForTwo(OwedRefund refund) {
        return refund.state() == OwedState.WAITING || refund.decision() != null;
    }

    public String path(OwedRefund refund) {
        return "/refunds/" + key(refund);
    }

    public boolean isByHand(OwedRefund refund) {
        return refund.state() == OwedState.BY_HAND;
    }

    public boolean isFailed(OwedRefund refund) {
        return refund.state() == OwedState.FAILED;
    }
}
