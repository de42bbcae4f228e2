package dev.rialto.jobs;

import dev.rialto.checkout.AbandonedCarts;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Writes to members who agreed to it about carts they left lying. */
@ApplicationScoped
class AbandonedCartMail implements RecurringTask {
    private static final int AT_ONCE = 50;

    @Inject
    AbandonedCarts carts;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(Caller worker) {
        carts.remind(worker, AT_ONCE);
    }
}
