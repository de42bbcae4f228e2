package dev.rialto.cardcode;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import dev.rialto.recharge.CodeText;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the job that makes codes does: take up a run, make chunks, end it. For the job alone. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchWork {
    /** A run whose unit has been silent for so long is taken over. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private Database database;
    private BatchBook book;
    private JobRuns runs;
    private MasterKey master;

    @Inject
    CodeRows rows;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public BatchWork(Database database, BatchBook book, JobRuns runs, MasterKey master) {
        this.database = database;
        this.book = book;
        this.runs = runs;
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BatchWork() {}

    /**
     * A run in the hands of a unit.
     *
     * @param made codes when it was opened
     */
    public record Run(UUID run, String unit, UUID batch, int quantity, int made, CodeRows.Ahead codes) {}

    /** A batch as the job needs it. */
    record Batch(int quantity, int made, byte[] sealedKey) {}

    /** The next run for a unit, if there is one. */
    public Optional<UUID> claim(Caller worker, String unit) {
        return runs.claim(worker, CodeBatches.JOB, unit, SILENCE).map(JobRunView::id);
    }

    /** Opens a claimed run where its batch is. */
    public Run open(Caller worker, UUID run, String unit) {
        UUID batch = batchOf(worker, run);
        Batch row = database.sql()
                .createQuery("select quantity, made, sealed_key from code_batch where id = :id and state = 'making'")
                .bind("id", batch)
                .mapTo(Batch.class)
                .one();
        DataKey key = DataKey.open(master, row.sealedKey());
        return new Run(run, unit, batch, row.quantity(), row.made(), new CodeRows.Ahead(count -> fresh(count, key)));
    }

    private List<CodeRows.NewCode> fresh(int count, DataKey key) {
        return Stream.generate(() -> CodeText.random(random))
                .limit(count)
                .map(code -> rows.ready(code, key))
                .toList();
    }

    private UUID batchOf(Caller worker, UUID run) {
        String parameters = runs.view(worker, run).parameters();
        return UUID.fromString(String.valueOf(Json.read(parameters, Map.class).get("batch")));
    }

    /**
     * Makes the next codes of a batch, and says how far the run is, both or neither. Whoever comes second with the same
     * count makes none.
     *
     * @param made codes that there were before
     * @return false when the run is to stop: cancelled, or taken over by another unit
     */
    public boolean make(Caller worker, Run run, int made, int count) {
        int moved = database.sql()
                .execute(
                        "update code_batch set made = made + ? where id = ? and made = ? and state = 'making'",
                        count,
                        run.batch(),
                        made);
        if (moved == 0) {
            return false;
        }
        List<CodeRows.NewCode> codes = run.codes().take(count, Math.min(count, run.quantity() - made - count));
        if (rows.add(run.batch(), made, codes, "created") < count) {
            throw new IllegalStateException("a code came twice out of 130 random bits");
        }
        long done = (long) made + count;
        return runs.progress(
                worker,
                new JobRuns.Progress(run.run(), run.unit(), (long) run.quantity(), done, 0, "" + done, List.of()));
    }

    /** Ends a run as it went; one that another unit has taken over is left to that unit. */
    public void end(Caller worker, Run run) {
        JobRunView view = runs.view(worker, run.run());
        boolean whole = view.done() >= run.quantity();
        if (!whole && !view.cancelRequested()) {
            return;
        }
        book.end(worker, run.batch());
        JobRunView.State state = whole ? JobRunView.State.COMPLETED : JobRunView.State.CANCELLED;
        runs.finish(worker, run.run(), state, null, null);
    }

    /**
     * Ends a run that broke off by a fault of ours. Its batch keeps what was made and its cards, and says so in the
     * console, where somebody lets it go on or ends it; a run that another unit has taken over is left to that unit.
     */
    public void fail(Caller worker, UUID run, String unit, String message) {
        if (!runs.isHeldBy(worker, run, unit)) {
            return;
        }
        book.fail(worker, batchOf(worker, run));
        runs.finish(worker, run, JobRunView.State.FAILED, null, message);
    }
}
