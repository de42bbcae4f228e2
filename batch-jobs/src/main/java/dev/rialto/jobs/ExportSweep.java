package dev.rialto.jobs;

import dev.rialto.exchange.KeptExports;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes exports that were kept long enough. */
@ApplicationScoped
class ExportSweep implements RecurringTask {
    private static final int AT_ONCE = 200;

    @Inject
    KeptExports exports;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Caller worker) {
        exports.sweep(worker, AT_ONCE);
    }
}
