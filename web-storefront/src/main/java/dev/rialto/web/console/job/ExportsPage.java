package dev.rialto.web.console.job;

import dev.rialto.exchange.KeptExport;
import dev.rialto.exchange.KeptExports;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;

/** Files that were exported in the last week, as they were. */
@Route(path = "/goods/exports", view = "exports", permission = "goods.view", menu = Section.GOODS, rank = 25)
public class ExportsPage implements ConsolePage {
    private static final int LATEST = 100;

    private final KeptExports exports;
    private List<KeptExport> latest = List.of();

    @Inject
    public ExportsPage(KeptExports exports) {
        this.exports = exports;
    }

    @Override
    public Outcome open(Visit visit) {
        latest = exports.latest(visit.caller(), LATEST);
        return Outcome.show();
    }

    public List<KeptExport> latest() {
        return latest;
    }

    public String path(KeptExport export) {
        return "/goods/exports/" + Ids.external("export", export.id());
    }

    /** Its size in whole kilobytes, one at least. */
    public long kilobytes(KeptExport export) {
        return Math.max(1, Math.round(export.bytes() / 1024.0));
    }
}
