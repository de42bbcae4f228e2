package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.recharge.BatchWork;
import dev.rialto.recharge.CodeBatches;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Properties;
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
        work.claim(worker, unit).ifPresent(run -> start(run, unit));
    }

    private static void start(UUID run, String unit) {
        Properties parameters = new Properties();
        parameters.setProperty(GoodsImportStart.RUN, run.toString());
        parameters.setProperty(GoodsImportStart.UNIT, unit);
        BatchRuntime.getJobOperator().start(CodeBatches.JOB, parameters);
    }
}
