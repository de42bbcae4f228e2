package dev.rialto.web.console.job;

import dev.rialto.exchange.GoodsImports;
import dev.rialto.platform.JobError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** All rows that an import could not take, as a file. */
@Route(path = "/goods/import/{job}/errors", view = "import-run", who = Who.SELLER, permission = "goods.edit")
public class ImportErrorsPage implements ConsolePage {
    private static final int STEP = 1000;
    private static final int MOST = 100_000;

    private final GoodsImports imports;

    @Inject
    public ImportErrorsPage(GoodsImports imports) {
        this.imports = imports;
    }

    @Override
    public Outcome open(Visit visit) {
        UUID run = imports.view(visit.caller(), visit.id("job")).run().id();
        CsvFile file = new CsvFile(
                visit.say("import.line"),
                visit.say("import.column"),
                visit.say("import.found"),
                visit.say("import.wrong"),
                visit.say("import.severity"));
        int last = -1;
        for (List<JobError> step = imports.errors(visit.caller(), run, last, STEP);
                !step.isEmpty() && file.rows() < MOST;
                step = imports.errors(visit.caller(), run, last, STEP)) {
            step.forEach(error -> add(file, error, visit));
            last = step.get(step.size() - 1).number();
        }
        return new Outcome.Send("import-errors.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static void add(CsvFile file, JobError error, Visit visit) {
        file.add(
                error.line() == null ? "" : String.valueOf(error.line()),
                Objects.requireNonNullElse(error.columnName(), ""),
                Objects.requireNonNullElse(error.value(), ""),
                ImportWords.reason(error, visit.phrases()),
                visit.say("import.severity." + error.severity()));
    }
}
