package dev.rialto.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Compares days, each in a transaction of its own. */
@Dependent
@Named("dayComparingWriter")
public class DayComparingWriter extends AbstractItemWriter {
    @Inject
    JobContext job;

    @Override
    public void writeItems(List<Object> days) {
        days.forEach(day -> ((DayComparing) job.getTransientUserData()).compare((Integer) day));
    }
}
