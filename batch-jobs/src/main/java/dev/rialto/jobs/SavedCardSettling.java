package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.savedcard.SavedCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Hears which cards members let gateways keep, and tells gateways which to forget. */
@ApplicationScoped
class SavedCardSettling implements RecurringTask {
    private static final int AT_ONCE = 50;

    @Inject
    SavedCards cards;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run(Caller worker) {
        cards.settle(worker, AT_ONCE);
    }
}
