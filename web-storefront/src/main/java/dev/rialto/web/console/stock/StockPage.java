package dev.rialto.web.console.stock;

import dev.rialto.kernel.Page;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesParty;
import dev.rialto.stock.LevelsWithTotal;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockFilter;
import dev.rialto.stock.StockLevel;
import dev.rialto.stock.StockTotals;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stock of every variant by shop, company, goods or SKU, with the sums of all that is asked for (D85 to D88). */
@Route(path = "/stock", view = "stock", permission = "goods.view", menu = Section.STOCK, rank = 10)
public class StockPage implements Listing {
    private static final int PAGE = 50;

    private final Stock stock;
    private final Sales sales;
    private Page<StockLevel> levels = new Page<>(List.of(), null);
    private @Nullable StockTotals total;
    private List<SalesParty> parties = List.of();

    @Inject
    public StockPage(Stock stock, Sales sales) {
        this.stock = stock;
        this.sales = sales;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(
                visit,
                "field.sku",
                "shell.seller",
                "stock.received",
                "stock.corrected",
                "stock.sold",
                "stock.onHand",
                "stock.held",
                "stock.available");
    }

    @Override
    public Outcome open(Visit visit) {
        StockFilter filter = StockView.filter(visit, PAGE);
        LevelsWithTotal found = stock.levelsWithTotal(visit.caller(), filter);
        levels = found.levels();
        total = found.total();
        parties = StockView.parties(sales, visit);
        return Outcome.show();
    }

    public Page<StockLevel> levels() {
        return levels;
    }

    public StockTotals total() {
        return Objects.requireNonNull(total);
    }

    public List<Option> parties(String kind) {
        return StockView.options(parties, kind);
    }

    public boolean isLowOnly(Visit visit) {
        return StockView.isLowOnly(visit);
    }

    public boolean isNarrowed(Visit visit) {
        return StockView.isNarrowed(visit);
    }

    public String path(StockLevel level) {
        return StockView.path(level);
    }

    public String sibling(Visit visit, String path) {
        return StockView.sibling(visit, path);
    }
}
