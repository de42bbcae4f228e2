package dev.rialto.jobs.batch;

import dev.rialto.cardcode.BatchWork;
import dev.rialto.cardcode.CodeBatches;
import dev.rialto.jobs.RecurringTask;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Takes up batches of codes that wait, and those whose unit has died, each as a new execution of the batch job. */
@ApplicationScoped
class CodeMakingStart implements RecurringTask {
    @Inject
    BatchWork work;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Caller worker) {
        String unit = UUID.randomUUID().toString();
        work.claim(worker, unit).ifPresent(run -> RunExecution.start(CodeBatches.JOB, run, unit));
    }
}
