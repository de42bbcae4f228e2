package dev.rialto.jobs.batch;

import dev.rialto.kernel.Caller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;

/**
 * Opens a run before the job's step and ends it afterwards, however the step ended. What opening gives goes through the
 * step as the job's transient data.
 */
abstract class RunExecution implements JobListener {
    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String run;

    @Inject
    @BatchProperty
    String unit;

    /** Begins another execution of a job for a run that this unit has claimed. */
    static void start(String job, UUID run, String unit) {
        Properties parameters = new Properties();
        parameters.setProperty("run", run.toString());
        parameters.setProperty("unit", unit);
        BatchRuntime.getJobOperator().start(job, parameters);
    }

    abstract Object open(Caller worker, UUID run);

    abstract void end(Caller worker, Object open);

    abstract void fail(Caller worker, UUID run, String why);

    @Override
    public void beforeJob() {
        job.setTransientUserData(open(worker(), UUID.fromString(run)));
    }

    @Override
    public void afterJob() {
        Object open = job.getTransientUserData();
        if (open != null && job.getBatchStatus() != BatchStatus.FAILED) {
            end(worker(), open);
        } else {
            fail(worker(), UUID.fromString(run), internalError(worker()));
        }
    }

    private Caller worker() {
        return worker(run);
    }

    /** The run's id stands in every line of the log that its execution writes. */
    static Caller worker(String run) {
        return Caller.worker(run.replace("-", ""));
    }

    static String internalError(Caller worker) {
        return "internal error, see the log for " + worker.traceId();
    }
}
