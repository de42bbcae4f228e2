package dev.rialto.jobs.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Makes a chunk of codes in a transaction of its own. */
@Dependent
@Named("codeMakingWriter")
public class CodeMakingWriter extends AbstractItemWriter {
    @Inject
    JobContext job;

    @Override
    public void writeItems(List<Object> items) {
        ((CodeMaking) job.getTransientUserData()).make(items.size());
    }
}
