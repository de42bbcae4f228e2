package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.stock.Stock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Frees the stock of checkouts whose time is over. */
@ApplicationScoped
class HoldRelease implements RecurringTask {
    private static final int AT_ONCE = 200;

    @Inject
    Stock stock;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(Caller worker) {
        stock.releaseLapsed(worker, AT_ONCE);
    }
}
