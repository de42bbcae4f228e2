package dev.rialto.web.console.returns;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.returns.ReturnFilter;
import dev.rialto.returns.ReturnState;
import dev.rialto.returns.ReturnView;
import dev.rialto.returns.ReturnWish;
import dev.rialto.returns.Returns;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes back, of whom and why (D81); those that wait for somebody first among the states. */
@Route(path = "/returns", view = "returns", permission = "order.view", menu = Section.ORDERS, rank = 30)
public class ReturnsPage implements Listing {
    private static final int PAGE = 50;
    private static final List<ReturnState> STATES = List.of(
            ReturnState.REQUESTED,
            ReturnState.APPROVED,
            ReturnState.RECEIVED,
            ReturnState.INSPECTED,
            ReturnState.TO_PAY,
            ReturnState.REFUNDED,
            ReturnState.EXCHANGED,
            ReturnState.CLOSED,
            ReturnState.REFUSED,
            ReturnState.CALLED_OFF);

    private final Returns returns;
    private Page<ReturnView> found = new Page<>(List.of(), null);

    @Inject
    public ReturnsPage(Returns returns) {
        this.returns = returns;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(
                visit,
                "returns.requested",
                "section.goods",
                "shell.seller",
                "orders.buyer",
                "returns.wish",
                "shell.reason",
                "field.state");
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return new Outcome.Send(
                    "returns.csv", "text/csv; charset=utf-8", csv(visit).bytes());
        }
        found = read(visit, visit.entries().optional("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<ReturnView> read(Visit visit, @Nullable String after, int limit) {
        return returns.list(
                visit.caller(),
                new ReturnFilter(
                        state(visit.query("state")).orElse(null),
                        wish(visit.query("wish")).orElse(null),
                        visit.entries().optional("q").orElse(null),
                        after,
                        limit));
    }

    private CsvFile csv(Visit visit) {
        CsvFile file = new CsvFile(
                "return",
                "order",
                "requested",
                "state",
                "wish",
                "ground",
                "buyer",
                "seller",
                "goods",
                "pieces",
                "reason",
                "refund",
                "currency");
        file.addAll(after -> read(visit, after, CsvFile.PAGE), (ReturnView each) -> each.lines()
                .forEach(line -> add(file, each, line)));
        return file;
    }

    private static void add(CsvFile file, ReturnView each, ReturnView.Line line) {
        file.add(
                each.number(),
                each.orderNumber(),
                each.requestedAt().toString(),
                each.state().stored(),
                each.wish().stored(),
                each.ground().stored(),
                each.buyerName() == null ? "" : each.buyerName(),
                each.sellerName(),
                (line.title() + " " + line.variantTitle()).strip(),
                String.valueOf(line.quantity()),
                each.reason(),
                each.refund().toDecimal().toPlainString(),
                each.refund().currency());
    }

    public Page<ReturnView> returns() {
        return found;
    }

    public List<String> states() {
        return STATES.stream().map(ReturnState::stored).toList();
    }

    public List<Option> wishes(Visit visit) {
        return Arrays.stream(ReturnWish.values())
                .map(wish -> new Option(wish.stored(), visit.say("returns.wish." + wish.stored())))
                .toList();
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("state") + visit.query("q") + visit.query("wish")).isEmpty();
    }

    public String path(ReturnView about) {
        return "/returns/" + Ids.external("return", about.id());
    }

    public String tone(ReturnView about) {
        return ReturnWords.tone(about.state());
    }

    /** The first line, and how many pieces there are in all. */
    public String goods(ReturnView about) {
        int pieces = about.lines().stream().mapToInt(ReturnView.Line::quantity).sum();
        return about.lines().isEmpty() ? "" : about.lines().get(0).title() + " × " + pieces;
    }

    private static Optional<ReturnState> state(String text) {
        return STATES.stream().filter(state -> state.stored().equals(text)).findFirst();
    }

    private static Optional<ReturnWish> wish(String text) {
        return Arrays.stream(ReturnWish.values())
                .filter(wish -> wish.stored().equals(text))
                .findFirst();
    }
}
