package dev.rialto.web.console.stock;

import dev.rialto.kernel.Page;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockFilter;
import dev.rialto.stock.StockLevel;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;

/** The stock that the filter lets through, as CSV; its SKU and quantity columns can be read back as a count. */
@Route(path = "/stock/csv", view = "stock", permission = "goods.view")
public class StockFilePage implements ConsolePage {
    private static final int STEP = 1_000;
    private static final int MOST = 100_000;

    private final Stock stock;

    @Inject
    public StockFilePage(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Outcome open(Visit visit) {
        CsvFile file = new CsvFile(
                "sku",
                "quantity",
                "held",
                "available",
                "sold",
                "received",
                "corrected",
                "low_at",
                "title",
                "variant",
                "seller");
        StockFilter filter = StockView.filter(visit, STEP);
        Page<StockLevel> page = stock.levels(visit.caller(), filter);
        page.items().forEach(level -> add(file, level));
        while (page.next() != null && file.rows() < MOST) {
            page = stock.levels(visit.caller(), after(filter, page.next()));
            page.items().forEach(level -> add(file, level));
        }
        return new Outcome.Send("stock.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static StockFilter after(StockFilter filter, String cursor) {
        return new StockFilter(
                filter.tenantId(),
                filter.text(),
                filter.atMost(),
                filter.language(),
                cursor,
                filter.limit(),
                filter.variantId(),
                filter.siteId(),
                filter.lowOnly());
    }

    private static void add(CsvFile file, StockLevel level) {
        file.add(
                level.sku() == null ? "" : level.sku(),
                String.valueOf(level.onHand()),
                String.valueOf(level.held()),
                String.valueOf(level.available()),
                String.valueOf(level.sold()),
                String.valueOf(level.received()),
                String.valueOf(level.corrected()),
                String.valueOf(level.lowAt()),
                level.title(),
                level.variantTitle(),
                level.sellerName());
    }
}
