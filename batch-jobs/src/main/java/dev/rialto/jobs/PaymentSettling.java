package dev.rialto.jobs;

import dev.rialto.checkout.Checkout;
import dev.rialto.kernel.Caller;
import dev.rialto.payment.PaymentDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Ends what lost answers and crashes left of payments, and makes the orders of approvals nobody came back for. */
@ApplicationScoped
class PaymentSettling implements RecurringTask {
    private static final int AT_ONCE = 50;

    @Inject
    PaymentDesk payments;

    @Inject
    Checkout checkout;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run(Caller worker) {
        payments.settleUnknown(worker, AT_ONCE).forEach(payment -> checkout.complete(worker, payment));
    }
}
