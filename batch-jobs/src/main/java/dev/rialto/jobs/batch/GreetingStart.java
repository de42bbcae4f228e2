package dev.rialto.jobs.batch;

import dev.rialto.audience.GreetingWork;
import dev.rialto.jobs.RecurringTask;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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
        work.claim(worker, unit).ifPresent(run -> RunExecution.start(GreetingWork.JOB, run.id(), unit));
    }
}
