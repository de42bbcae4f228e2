package dev.rialto.jobs.batch;

import dev.rialto.exchange.GoodsImports;
import dev.rialto.exchange.ImportWork;
import dev.rialto.jobs.RecurringTask;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Takes up product imports that wait, and those whose unit has died, each as a new execution of the batch job. */
@ApplicationScoped
class GoodsImportStart implements RecurringTask {
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
        claimed.ifPresent(run -> RunExecution.start(GoodsImports.JOB, run, unit));
    }
}
