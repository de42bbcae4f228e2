package dev.rialto.jobs;

import dev.rialto.audience.GreetingWork;
import dev.rialto.kernel.Caller;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;

/** Asks for the greetings of the day in the morning, and takes them up, or those whose unit has died, as a batch job. */
@ApplicationScoped
class GreetingStart implements RecurringTask {
    @Inject
    GreetingWork work;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(Caller worker) {
        work.askForToday(worker);
        String unit = UUID.randomUUID().toString();
        work.claim(worker, unit).ifPresent(run -> start(run.id(), unit));
    }

    private static void start(UUID run, String unit) {
        Properties parameters = new Properties();
        parameters.setProperty(GoodsImportStart.RUN, run.toString());
        parameters.setProperty(GoodsImportStart.UNIT, unit);
        BatchRuntime.getJobOperator().start(GreetingWork.JOB, parameters);
    }
}
