package dev.rialto.jobs;

import dev.rialto.checkout.Checkout;
import dev.rialto.kernel.Caller;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.returns.Extras;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Ends what lost answers and crashes left of payments, and makes the orders, and exchanges, of approvals nobody
 * came back for. */
@ApplicationScoped
class PaymentSettling implements RecurringTask {
    private static final int AT_ONCE = 50;

    @Inject
    PaymentDesk payments;

    @Inject
    Checkout checkout;

    @Inject
    Extras extras;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run(Caller worker) {
        payments.settleUnknown(worker, AT_ONCE).forEach(payment -> complete(worker, payment));
    }

    private void complete(Caller worker, UUID payment) {
        if (!extras.complete(worker, payment)) {
            checkout.complete(worker, payment);
        }
    }
}
