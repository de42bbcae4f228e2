package dev.rialto.jobs.batch;

import dev.rialto.exchange.ImportRun;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes a chunk of products in a transaction of its own; when the run is to stop the reader finds nothing more. */
@Dependent
@Named("goodsImportWriter")
public class GoodsImportWriter extends AbstractItemWriter {
    @Inject
    JobContext job;

    @Override
    public void writeItems(List<Object> items) {
        ImportRun run = (ImportRun) job.getTransientUserData();
        if (!run.isStopped()) {
            run.write(items.stream().map(ImportRun.Item.class::cast).toList());
        }
    }
}
