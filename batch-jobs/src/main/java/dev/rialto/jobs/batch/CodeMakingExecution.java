package dev.rialto.jobs.batch;

import dev.rialto.cardcode.BatchWork;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** An execution that makes the codes of a batch. */
@Dependent
@Named("codeMakingExecution")
public class CodeMakingExecution extends RunExecution {
    @Inject
    BatchWork work;

    @Override
    Object open(Caller worker, UUID run) {
        return new CodeMaking(work, worker, work.open(worker, run, unit));
    }

    @Override
    void end(Caller worker, Object open) {
        work.end(worker, ((CodeMaking) open).run());
    }

    @Override
    void fail(Caller worker, UUID run, String why) {
        work.fail(worker, run, unit, why);
    }
}
