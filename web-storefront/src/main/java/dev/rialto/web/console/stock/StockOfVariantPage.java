package dev.rialto.web.console.stock;

import dev.rialto.stock.LoggedMovement;
import dev.rialto.stock.MovementFilter;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import dev.rialto.stock.StockFilter;
import dev.rialto.stock.StockLevel;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One variant: what is there, every movement, and the form for a receipt or a correction with its reason (D89). */
@Route(path = "/stock/{variant}", view = "stock-variant", permission = "goods.view")
public class StockOfVariantPage implements ConsolePage {
    private static final int MOVEMENTS = 100;

    private final Stock stock;
    private @Nullable StockLevel level;
    private List<LoggedMovement> movements = List.of();

    @Inject
    public StockOfVariantPage(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Outcome open(Visit visit) {
        level =
                stock
                        .levels(visit.caller(), StockFilter.variant(visit.id("variant"), visit.language()))
                        .items()
                        .stream()
                        .findFirst()
                        .orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
        movements = stock.log(
                        visit.caller(),
                        new MovementFilter(
                                visit.id("variant"), null, null, null, null, null, visit.language(), null, MOVEMENTS))
                .items();
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("warn")) {
            long lowAt = visit.entries().whole("lowAt");
            visit.entries().raise();
            stock.warnAt(visit.caller(), visit.id("variant"), lowAt);
            return Outcome.go(visit.path(), "done.low-at", String.valueOf(lowAt));
        }
        return change(visit);
    }

    private Outcome change(Visit visit) {
        StockChange.Kind kind = Arrays.stream(StockChange.Kind.values())
                .filter(one -> one.name().equals(visit.entries().text("kind")))
                .findFirst()
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("kind", "required"));
        StockChange change = new StockChange(
                kind,
                visit.id("variant"),
                visit.entries().whole("quantity"),
                visit.entries().optional("reason").orElse(null));
        visit.entries().raise();
        stock.change(visit.caller(), List.of(change));
        return Outcome.go(visit.path(), "done.stock");
    }

    @Override
    public String title(Visit visit) {
        return level == null
                ? visit.say("page.stock-variant")
                : level.title() + (level.variantTitle().isEmpty() ? "" : " · " + level.variantTitle());
    }

    public @Nullable StockLevel level() {
        return level;
    }

    public List<LoggedMovement> movements() {
        return movements;
    }

    public List<Option> kinds(Visit visit) {
        return Arrays.stream(StockChange.Kind.values())
                .map(kind -> new Option(kind.name(), visit.say("stock.kind." + kind.name())))
                .toList();
    }
}
