package dev.rialto.jobs;

import dev.rialto.exchange.GoodsImports;
import dev.rialto.exchange.ImportWork;
import dev.rialto.kernel.Caller;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Takes up product imports that wait, and those whose unit has died, each as a new execution of the batch job. */
@ApplicationScoped
class GoodsImportStart implements RecurringTask {
    static final String RUN = "run";
    static final String UNIT = "unit";

    @Inject
    ImportWork imports;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(Caller worker) {
        String unit = UUID.randomUUID().toString();
        Optional<UUID> claimed = imports.claim(worker, unit);
        claimed.ifPresent(run -> start(run, unit));
    }

    private static void start(UUID run, String unit) {
        Properties parameters = new Properties();
        parameters.setProperty(RUN, run.toString());
        parameters.setProperty(UNIT, unit);
        BatchRuntime.getJobOperator().start(GoodsImports.JOB, parameters);
    }
}
