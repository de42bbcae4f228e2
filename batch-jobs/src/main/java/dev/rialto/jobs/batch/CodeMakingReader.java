package dev.rialto.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Counts the codes that are still to be made; how many there are is kept with the batch itself. */
@Dependent
@Named("codeMakingReader")
public class CodeMakingReader extends AbstractItemReader {
    @Inject
    JobContext job;

    @Override
    public @Nullable Object readItem() {
        return job.getTransientUserData() instanceof CodeMaking making ? making.next() : null;
    }
}
