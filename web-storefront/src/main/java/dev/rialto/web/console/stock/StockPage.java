package dev.rialto.web.console.stock;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockFilter;
import dev.rialto.stock.StockLevel;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;

/** The stock of every variant, searched by goods or SKU (D85 to D88). */
@Route(path = "/stock", view = "stock", permission = "goods.view", menu = Section.STOCK, rank = 10)
public class StockPage implements ConsolePage {
    /** From how few units on a variant counts as low. */
    public static final long LOW = 5;

    private static final int PAGE = 50;

    private final Stock stock;
    private Page<StockLevel> levels = new Page<>(List.of(), null);

    @Inject
    public StockPage(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Outcome open(Visit visit) {
        levels = stock.levels(
                visit.caller(),
                new StockFilter(
                        null,
                        visit.entries().optional("q").orElse(null),
                        isLowOnly(visit) ? LOW : null,
                        visit.language(),
                        visit.entries().optional("after").orElse(null),
                        PAGE));
        return Outcome.show();
    }

    public Page<StockLevel> levels() {
        return levels;
    }

    public boolean isLowOnly(Visit visit) {
        return visit.query("show").equals("low");
    }

    public boolean isLow(StockLevel level) {
        return level.available() <= LOW;
    }

    public String path(StockLevel level) {
        return "/stock/" + Ids.external("variant", level.variantId());
    }
}
