package dev.rialto.jobs.batch;

import dev.rialto.comparison.ComparisonWork;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** An execution that compares days with a provider. */
@Dependent
@Named("dayComparingExecution")
public class DayComparingExecution extends RunExecution {
    @Inject
    ComparisonWork work;

    @Override
    Object open(Caller worker, UUID run) {
        return new DayComparing(work, worker, work.open(worker, run, unit));
    }

    @Override
    void end(Caller worker, Object open) {
        work.end(worker, ((DayComparing) open).run());
    }

    @Override
    void fail(Caller worker, UUID run, String why) {
        work.fail(worker, run, unit, why);
    }
}
