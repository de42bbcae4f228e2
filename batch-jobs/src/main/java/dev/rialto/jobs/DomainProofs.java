package dev.rialto.jobs;

import dev.rialto.hosting.OwnDomains;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks for the proofs of own domains, of new ones and of those that answer already. */
@ApplicationScoped
class DomainProofs implements RecurringTask {
    private static final int AT_ONCE = 20;

    @Inject
    OwnDomains domains;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run(Caller worker) {
        domains.round(worker, AT_ONCE);
    }
}
