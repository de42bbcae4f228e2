package dev.rialto.jobs.batch;

import dev.rialto.exchange.ImportRun;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Reads products. Where the run is, is kept with the run itself, not in the checkpoint of the batch runtime. */
@Dependent
@Named("goodsImportReader")
public class GoodsImportReader extends AbstractItemReader {
    @Inject
    JobContext job;

    @Override
    public @Nullable Object readItem() {
        return job.getTransientUserData() instanceof ImportRun run ? run.next() : null;
    }
}
