package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.verification.VerificationDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Reminds sellers before the check of their papers ends, and ends the sale of those who did not renew. */
@ApplicationScoped
class VerificationClock implements RecurringTask {
    private static final int AT_ONCE = 100;

    @Inject
    VerificationDays days;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Caller worker) {
        days.remind(worker, AT_ONCE);
        days.expire(worker, AT_ONCE);
    }
}
