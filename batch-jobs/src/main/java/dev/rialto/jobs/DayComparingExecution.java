package dev.rialto.jobs;

import dev.rialto.comparison.ComparisonWork;
import dev.rialto.kernel.Caller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Opens the run before the job's step and ends it afterwards, however the step ended. */
@Dependent
@Named("dayComparingExecution")
public class DayComparingExecution implements JobListener {
    @Inject
    JobContext job;

    @Inject
    ComparisonWork work;

    @Inject
    @BatchProperty
    String run;

    @Inject
    @BatchProperty
    String unit;

    @Override
    public void beforeJob() {
        job.setTransientUserData(new DayComparing(work, worker(), work.open(worker(), UUID.fromString(run), unit)));
    }

    @Override
    public void afterJob() {
        if (job.getBatchStatus() != BatchStatus.FAILED && job.getTransientUserData() instanceof DayComparing open) {
            work.end(worker(), open.run());
        } else {
            work.fail(worker(), UUID.fromString(run), unit, "internal error, see the log for " + worker().traceId());
        }
    }

    private Caller worker() {
        return GoodsImportExecution.worker(run);
    }
}
