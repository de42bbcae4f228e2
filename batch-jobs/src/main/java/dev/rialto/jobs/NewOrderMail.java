package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.order.NewOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells sellers what there is to ship. */
@ApplicationScoped
class NewOrderMail implements RecurringTask {
    private static final int AT_ONCE = 500;

    @Inject
    NewOrders orders;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Caller worker) {
        orders.tell(worker, AT_ONCE);
    }
}
