package dev.rialto.jobs.batch;

import dev.rialto.audience.GreetingWork.Guest;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Queues a chunk of greetings in a transaction of its own. */
@Dependent
@Named("greetingWriter")
public class GreetingWriter extends AbstractItemWriter {
    @Inject
    JobContext job;

    @Override
    public void writeItems(List<Object> items) {
        GreetingRun run = (GreetingRun) job.getTransientUserData();
        run.greet(items.stream().map(Guest.class::cast).toList());
    }
}
