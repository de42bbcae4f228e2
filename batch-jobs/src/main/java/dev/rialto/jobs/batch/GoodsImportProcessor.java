package dev.rialto.jobs.batch;

import dev.rialto.exchange.ImportRun;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Fetches the pictures of a product. */
@Dependent
@Named("goodsImportProcessor")
public class GoodsImportProcessor implements ItemProcessor {
    @Inject
    JobContext job;

    @Override
    public Object processItem(Object item) {
        return ((ImportRun) job.getTransientUserData()).illustrate((ImportRun.Item) item);
    }
}
