package dev.rialto.web.console.job;

import dev.rialto.exchange.GoodsImports;
import dev.rialto.exchange.ImportView;
import dev.rialto.platform.JobError;
import dev.rialto.platform.JobRunView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import: progress, the rows it could not take by line and column, and the button that stops it. */
@Route(path = "/goods/import/{job}", view = "import-run", who = Who.SELLER, permission = "goods.edit")
public class ImportRunPage implements ConsolePage {
    private static final int SHOWN = 100;

    private final GoodsImports imports;
    private @Nullable ImportView view;
    private List<JobError> errors = List.of();

    @Inject
    public ImportRunPage(GoodsImports imports) {
        this.imports = imports;
    }

    @Override
    public Outcome open(Visit visit) {
        view = imports.view(visit.caller(), visit.id("job"));
        errors = imports.errors(visit.caller(), visit.id("job"), -1, SHOWN);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("cancel")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        imports.cancel(visit.caller(), visit.id("job"));
        return Outcome.go(visit.path(), "done.import-cancelled");
    }

    public @Nullable JobRunView run() {
        return view == null ? null : view.run();
    }

    /** What was asked for and what came of it so far. */
    public @Nullable ImportView view() {
        return view;
    }

    public List<JobError> errors() {
        return errors;
    }

    /** The reason of one row in the reader's words. */
    public String reason(JobError error, Visit visit) {
        return ImportWords.reason(error, visit.phrases());
    }

    public String tone(JobRunView of) {
        return ImportWords.tone(of.state());
    }
}
