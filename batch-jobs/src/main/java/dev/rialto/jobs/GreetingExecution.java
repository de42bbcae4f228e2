package dev.rialto.jobs;

import dev.rialto.audience.GreetingWork;
import dev.rialto.kernel.Caller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Opens the day's run before the job's step and ends it afterwards, however the step ended. */
@Dependent
@Named("greetingExecution")
public class GreetingExecution implements JobListener {
    @Inject
    JobContext job;

    @Inject
    GreetingWork work;

    @Inject
    @BatchProperty
    String run;

    @Inject
    @BatchProperty
    String unit;

    @Override
    public void beforeJob() {
        job.setTransientUserData(new GreetingRun(work, worker(), work.open(worker(), UUID.fromString(run), unit)));
    }

    @Override
    public void afterJob() {
        if (job.getBatchStatus() != BatchStatus.FAILED && job.getTransientUserData() instanceof GreetingRun open) {
            work.end(worker(), open.run());
        } else {
            work.fail(worker(), UUID.fromString(run), "internal error, see the log for " + worker().traceId());
        }
    }

    private Caller worker() {
        return GoodsImportExecution.worker(run);
    }
}
