package dev.rialto.web.console.stock;

import dev.rialto.kernel.Ids;
import dev.rialto.stock.StockSheet;
import dev.rialto.stock.StockSheets;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts or receipts before they are booked: what differs, and what the books will have. */
@Route(path = "/stock/sheets/{sheet}", view = "stock-sheet", permission = "stock.edit")
public class SheetPage implements ConsolePage {
    private final StockSheets sheets;
    private @Nullable StockSheet sheet;

    @Inject
    public SheetPage(StockSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public Outcome open(Visit visit) {
        sheet = sheets.view(visit.caller(), visit.id("sheet"), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        switch (action) {
            case "book" -> sheets.book(visit.caller(), visit.id("sheet"));
            case "drop" -> sheets.drop(visit.caller(), visit.id("sheet"));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/stock", "done.sheet-" + action);
    }

    public StockSheet sheet() {
        return Objects.requireNonNull(sheet);
    }

    public List<StockSheet.Line> differences() {
        return sheet().differences();
    }

    /** Lines that are as the books have them. */
    public int even() {
        return sheet().lines().size() - differences().size();
    }

    /** Has something moved since the figure was taken? */
    public boolean isMoved(StockSheet.Line line) {
        return sheet().isOpen() && line.onHand() != line.seen();
    }

    public String path(StockSheet.Line line) {
        return "/stock/" + Ids.external("variant", line.variantId());
    }
}
