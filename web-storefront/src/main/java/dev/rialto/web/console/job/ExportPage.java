package dev.rialto.web.console.job;

import dev.rialto.exchange.KeptExport;
import dev.rialto.exchange.KeptExports;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;

/** Hands out a file that was exported before. */
@Route(path = "/goods/exports/{export}", view = "exports", permission = "goods.view")
public class ExportPage implements ConsolePage {
    private final KeptExports exports;

    @Inject
    public ExportPage(KeptExports exports) {
        this.exports = exports;
    }

    @Override
    public Outcome open(Visit visit) {
        KeptExport.Content file = exports.open(visit.caller(), visit.id("export"));
        return new Outcome.Send(file.fileName(), file.mediaType(), file.bytes());
    }
}
