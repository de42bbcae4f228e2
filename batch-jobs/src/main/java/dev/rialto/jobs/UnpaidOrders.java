package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.order.OrderDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Lapses orders whose deposit did not come in time, and makes refunds of cancelled ones that are still open. */
@ApplicationScoped
class UnpaidOrders implements RecurringTask {
    private static final int AT_ONCE = 100;

    @Inject
    OrderDesk orders;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(Caller worker) {
        orders.lapseUnpaid(worker, AT_ONCE);
        orders.refundCancelled(worker, AT_ONCE);
    }
}
