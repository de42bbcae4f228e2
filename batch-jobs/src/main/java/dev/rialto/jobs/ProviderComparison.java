package dev.rialto.jobs;

import dev.rialto.comparison.ProviderDays;
import dev.rialto.kernel.Caller;
import dev.rialto.recharge.ProofBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Asks for the days that are over to be compared with the providers, and sweeps verification codes and people that need not be kept. */
@ApplicationScoped
class ProviderComparison implements RecurringTask {
    private static final int MOST = 10_000;

    @Inject
    ProviderDays days;

    @Inject
    ProofBook proofs;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Caller worker) {
        proofs.sweep(worker, MOST);
        days.askDue(worker);
    }
}
