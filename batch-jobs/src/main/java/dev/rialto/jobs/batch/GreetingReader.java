package dev.rialto.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Reads those who are to be greeted; who was, is told by the greetings themselves, not by a checkpoint. */
@Dependent
@Named("greetingReader")
public class GreetingReader extends AbstractItemReader {
    @Inject
    JobContext job;

    @Override
    public @Nullable Object readItem() {
        return job.getTransientUserData() instanceof GreetingRun run ? run.next() : null;
    }
}
