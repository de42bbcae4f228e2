package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.virtualaccount.VirtualAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Gives up accounts of orders that never came to be; payments' settling closes them at the gateway. */
@ApplicationScoped
class AccountSweep implements RecurringTask {
    @Inject
    VirtualAccounts accounts;

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Caller worker) {
        accounts.sweep(worker);
    }
}
