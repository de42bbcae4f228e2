package dev.rialto.jobs;

import dev.rialto.gateway.Calls;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes calls of the gateway that were kept long enough. */
@ApplicationScoped
class CallSweep implements RecurringTask {
    private static final int AT_ONCE = 50_000;

    @Inject
    Calls calls;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Caller worker) {
        calls.sweep(worker, AT_ONCE);
    }
}
