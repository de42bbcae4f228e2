package dev.rialto.jobs.batch;

import dev.rialto.comparison.ComparisonWork;
import dev.rialto.comparison.ProviderDays;
import dev.rialto.jobs.RecurringTask;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Takes up comparisons that wait, and those whose unit has died. */
@ApplicationScoped
class DayComparingStart implements RecurringTask {
    @Inject
    ComparisonWork work;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Caller worker) {
        String unit = UUID.randomUUID().toString();
        work.claim(worker, unit).ifPresent(run -> RunExecution.start(ProviderDays.JOB, run, unit));
    }
}
