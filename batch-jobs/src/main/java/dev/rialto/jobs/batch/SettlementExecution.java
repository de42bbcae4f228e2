package dev.rialto.jobs.batch;

import dev.rialto.kernel.Caller;
import dev.rialto.settlement.SettlementWork;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** An execution that closes a period. */
@Dependent
@Named("settlementExecution")
public class SettlementExecution extends RunExecution {
    @Inject
    SettlementWork work;

    @Override
    Object open(Caller worker, UUID run) {
        return new SettlementRun(work, worker, work.open(worker, run, unit));
    }

    @Override
    void end(Caller worker, Object open) {
        work.end(worker, ((SettlementRun) open).run());
    }

    @Override
    void fail(Caller worker, UUID run, String why) {
        work.fail(worker, run, why);
    }
}
