package dev.rialto.jobs.batch;

import dev.rialto.exchange.ImportRun;
import dev.rialto.exchange.ImportWork;
import dev.rialto.kernel.Caller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;

/** Opens the run before the job's step and ends it afterwards, however the step ended. */
@Dependent
@Named("goodsImportExecution")
public class GoodsImportExecution implements JobListener {
    @Inject
    JobContext job;

    @Inject
    ImportWork imports;

    @Inject
    @BatchProperty
    String run;

    @Inject
    @BatchProperty
    String unit;

    @Override
    public void beforeJob() {
        try {
            imports.open(worker(), UUID.fromString(run), unit).ifPresent(job::setTransientUserData);
        } catch (RuntimeException e) {
            imports.fail(worker(), UUID.fromString(run), RunExecution.internalError(worker()));
            throw e;
        }
    }

    @Override
    public void afterJob() throws IOException {
        if (!(job.getTransientUserData() instanceof ImportRun open)) {
            return;
        }
        try (open) {
            if (job.getBatchStatus() == BatchStatus.FAILED) {
                imports.fail(worker(), UUID.fromString(run), RunExecution.internalError(worker()));
            } else {
                imports.end(worker(), UUID.fromString(run), open);
            }
        }
        imports.release(worker(), UUID.fromString(run));
    }

    private Caller worker() {
        return RunExecution.worker(run);
    }
}
