package dev.rialto.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Counts the days that are still to be compared. */
@Dependent
@Named("dayComparingReader")
public class DayComparingReader extends AbstractItemReader {
    @Inject
    JobContext job;

    @Override
    public @Nullable Object readItem() {
        return job.getTransientUserData() instanceof DayComparing days ? days.next() : null;
    }
}
