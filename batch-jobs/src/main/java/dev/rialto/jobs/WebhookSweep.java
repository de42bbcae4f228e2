package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.webhook.Dispatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes news for programs that was settled long ago. */
@ApplicationScoped
class WebhookSweep implements RecurringTask {
    private static final int AT_ONCE = 50_000;

    @Inject
    Dispatches dispatches;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Caller worker) {
        dispatches.sweep(worker, AT_ONCE);
    }
}
