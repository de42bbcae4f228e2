package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.ShelfChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes notes of changes that no copy of the shelf is old enough for. */
@ApplicationScoped
class ShelfChangeSweep implements RecurringTask {
    @Inject
    ShelfChanges changes;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Caller worker) {
        changes.sweep(worker);
    }
}
