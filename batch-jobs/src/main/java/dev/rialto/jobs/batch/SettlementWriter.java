package dev.rialto.jobs.batch;

import dev.rialto.settlement.SettlementWork.Party;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes a chunk of statements in a transaction of its own. */
@Dependent
@Named("settlementWriter")
public class SettlementWriter extends AbstractItemWriter {
    @Inject
    JobContext job;

    @Override
    public void writeItems(List<Object> items) {
        SettlementRun run = (SettlementRun) job.getTransientUserData();
        run.close(items.stream().map(Party.class::cast).toList());
    }
}
