package dev.rialto.jobs;

import dev.rialto.comparison.ComparisonWork;
import dev.rialto.comparison.ProviderDays;
import dev.rialto.kernel.Caller;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Properties;
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
        work.claim(worker, unit).ifPresent(run -> start(run, unit));
    }

    private static void start(UUID run, String unit) {
        Properties parameters = new Properties();
        parameters.setProperty(GoodsImportStart.RUN, run.toString());
        parameters.setProperty(GoodsImportStart.UNIT, unit);
        BatchRuntime.getJobOperator().start(ProviderDays.JOB, parameters);
    }
}
