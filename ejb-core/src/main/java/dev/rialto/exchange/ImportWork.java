package dev.rialto.exchange;

import dev.rialto.exchange.ImportChunks.Hold;
import dev.rialto.kernel.Caller;
import dev.rialto.picture.PictureStore;
import dev.rialto.platform.JobError;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the import job does: take up a run, work on it, end it. */
@ApplicationScoped
public class ImportWork {
    /** A run whose unit has been silent for so long is taken over. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final JobRuns runs;
    private final ImportChunks chunks;
    private final ImportFiles files;
    private final PictureStore pictures;
    private final ImportSettings settings;
    private final Settings mall;

    @Inject
    ImportWork(
            JobRuns runs,
            ImportChunks chunks,
            ImportFiles files,
            PictureStore pictures,
            ImportSettings settings,
            Settings mall) {
        this.mall = mall;
        this.runs = runs;
        this.chunks = chunks;
        this.files = files;
        this.pictures = pictures;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ImportWork() {
        this(null, null, null, null, null, null);
    }

    /** The next run for a unit, if there is one. */
    public Optional<UUID> claim(Caller worker, String unit) {
        return runs.claim(worker, GoodsImports.JOB, unit, SILENCE).map(JobRunView::id);
    }

    /** Opens a claimed run where it is; empty when its file cannot be read, and then the run has failed. */
    public Optional<ImportRun> open(Caller worker, UUID run, String unit) {
        JobRunView view = runs.view(worker, run);
        ImportRequest request = Json.read(view.parameters(), ImportRequest.class);
        try {
            Path file = files.fetch(tenant(view), request.upload());
            Hold hold = new Hold(run, tenant(view), unit, request, countRows(file, request.encoding()));
            return Optional.of(new ImportRun(
                    worker,
                    view,
                    hold,
                    ProductFile.open(file, request.encoding()),
                    chunks.categories(worker),
                    new PictureFetch(pictures, settings, mall.address(mall.mallHost(), "/pictures/")),
                    chunks));
        } catch (UnreadableFile e) {
            refuse(worker, run, unit, e);
            release(worker, run);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the product file is gone", e);
        }
    }

    private static UUID tenant(JobRunView view) {
        UUID tenant = view.tenantId();
        if (tenant == null) {
            throw new IllegalStateException("an import belongs to a seller");
        }
        return tenant;
    }

    /** Rows up to the end, or to where the file breaks. */
    private static long countRows(Path file, @Nullable String encoding) throws IOException {
        long rows = 0;
        try (ProductFile products = ProductFile.open(file, encoding)) {
            for (int more = products.next().size();
                    more > 0;
                    more = products.next().size()) {
                rows += more;
            }
        } catch (UnreadableFile e) {
            if (rows == 0) {
                throw e;
            }
        }
        return rows;
    }

    private void refuse(Caller worker, UUID run, String unit, UnreadableFile e) {
        JobError error = e.finding().numbered(1);
        runs.progress(
                worker,
                new JobRuns.Progress(run, unit, 0L, 0, 0, Checkpoint.read(null).text(), List.of(error)));
        runs.finish(worker, run, JobRunView.State.FAILED, null, e.getMessage());
    }

    /** Ends a run as it went. A run another unit has taken over is left to that unit. */
    public void end(Caller worker, UUID id, ImportRun run) {
        run.noteBreak();
        if (run.failure() != null) {
            runs.finish(worker, id, JobRunView.State.FAILED, run.result(), run.failure());
        } else if (!run.isStopped()) {
            runs.finish(worker, id, JobRunView.State.COMPLETED, run.result(), null);
        } else if (runs.view(worker, id).cancelRequested()) {
            runs.finish(worker, id, JobRunView.State.CANCELLED, run.result(), null);
        }
    }

    /** This unit no longer reads the run's file. */
    public void release(Caller worker, UUID run) {
        JobRunView view = runs.view(worker, run);
        files.release(
                tenant(view), Json.read(view.parameters(), ImportRequest.class).upload());
    }

    /** Ends a run that broke off by a fault of ours. */
    public void fail(Caller worker, UUID id, String message) {
        runs.finish(worker, id, JobRunView.State.FAILED, null, message);
    }
}
