package dev.rialto.jobs.batch;

import dev.rialto.audience.GreetingWork;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** An execution that writes the day's greetings. */
@Dependent
@Named("greetingExecution")
public class GreetingExecution extends RunExecution {
    @Inject
    GreetingWork work;

    @Override
    Object open(Caller worker, UUID run) {
        return new GreetingRun(work, worker, work.open(worker, run, unit));
    }

    @Override
    void end(Caller worker, Object open) {
        work.end(worker, ((GreetingRun) open).run());
    }

    @Override
    void fail(Caller worker, UUID run, String why) {
        work.fail(worker, run, why);
    }
}
