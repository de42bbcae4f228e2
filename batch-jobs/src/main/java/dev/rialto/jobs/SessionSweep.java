package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.membership.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes sessions that are over and forgotten failures to sign in. */
@ApplicationScoped
class SessionSweep implements RecurringTask {
    private static final int AT_ONCE = 1000;

    @Inject
    Sessions sessions;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Caller worker) {
        sessions.sweep(worker, AT_ONCE);
    }
}
