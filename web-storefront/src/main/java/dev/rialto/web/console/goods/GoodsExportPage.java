package dev.rialto.web.console.goods;

import dev.rialto.exchange.KeptExport;
import dev.rialto.exchange.KeptExports;
import dev.rialto.exchange.ProductExport;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;

/** The goods of a filter as a product file that can be imported again. */
@Route(path = "/goods/export", view = "goods", permission = "goods.view")
public class GoodsExportPage implements ConsolePage {
    private final ProductExport export;
    private final KeptExports kept;

    @Inject
    public GoodsExportPage(ProductExport export, KeptExports kept) {
        this.export = export;
        this.kept = kept;
    }

    @Override
    public Outcome open(Visit visit) {
        byte[] file = export.file(visit.caller(), GoodsQuery.of(visit, null, 1));
        KeptExport.Content content = new KeptExport.Content("goods.csv", "text/csv; charset=utf-8", file);
        kept.keep(visit.caller(), content, "goods.view");
        return new Outcome.Send(content.fileName(), content.mediaType(), file);
    }
}
