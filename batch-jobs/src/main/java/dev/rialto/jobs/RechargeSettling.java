package dev.rialto.jobs;

import dev.rialto.cardcode.CodeBook;
import dev.rialto.kernel.Caller;
import dev.rialto.recharge.Recharges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Asks providers again whose answers were lost, and ends codes whose time is over. */
@ApplicationScoped
class RechargeSettling implements RecurringTask {
    private static final int AT_ONCE = 20;
    private static final int MOST_CODES = 1_000;

    @Inject
    Recharges recharges;

    @Inject
    CodeBook codes;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run(Caller worker) {
        recharges.settleUnknown(worker, AT_ONCE);
        codes.expire(worker, MOST_CODES);
    }
}
