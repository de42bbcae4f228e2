package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.stock.LowStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells sellers what has run low. */
@ApplicationScoped
class LowStockNotice implements RecurringTask {
    private static final int AT_ONCE = 500;

    @Inject
    LowStock low;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(Caller worker) {
        low.tell(worker, AT_ONCE);
    }
}
