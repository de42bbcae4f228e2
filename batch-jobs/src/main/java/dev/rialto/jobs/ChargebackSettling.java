package dev.rialto.jobs;

import dev.rialto.chargeback.Chargebacks;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells gateways answers to chargebacks that they have not heard, and asks about cases that nobody told of. */
@ApplicationScoped
class ChargebackSettling implements RecurringTask {
    private static final int AT_ONCE = 20;

    @Inject
    Chargebacks chargebacks;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(Caller worker) {
        chargebacks.settle(worker, AT_ONCE);
    }
}
