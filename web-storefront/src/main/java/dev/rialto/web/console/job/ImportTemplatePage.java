package dev.rialto.web.console.job;

import dev.rialto.exchange.ProductExport;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;

/** A product file with one example, to begin from. */
@Route(path = "/goods/import/template", view = "goods-import", who = Who.SELLER, permission = "goods.edit")
public class ImportTemplatePage implements ConsolePage {
    private final ProductExport export;

    @Inject
    public ImportTemplatePage(ProductExport export) {
        this.export = export;
    }

    @Override
    public Outcome open(Visit visit) {
        return new Outcome.Send("goods-template.csv", "text/csv; charset=utf-8", export.template(visit.caller()));
    }
}
