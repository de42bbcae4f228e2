package dev.rialto.jobs.batch;

import dev.rialto.jobs.RecurringTask;
import dev.rialto.kernel.Caller;
import dev.rialto.settlement.SettlementWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Asks for a period to be closed when the terms say so, and takes up closings, or those whose unit has died. */
@ApplicationScoped
class SettlementStart implements RecurringTask {
    @Inject
    SettlementWork work;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Caller worker) {
        work.askWhenDue(worker);
        String unit = UUID.randomUUID().toString();
        work.claim(worker, unit).ifPresent(run -> RunExecution.start(SettlementWork.JOB, run, unit));
    }
}
