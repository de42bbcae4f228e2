package dev.rialto.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Reads whose statements are missing; who has one is told by the statements themselves, not by a checkpoint. */
@Dependent
@Named("settlementReader")
public class SettlementReader extends AbstractItemReader {
    @Inject
    JobContext job;

    @Override
    public @Nullable Object readItem() {
        return job.getTransientUserData() instanceof SettlementRun run ? run.next() : null;
    }
}
