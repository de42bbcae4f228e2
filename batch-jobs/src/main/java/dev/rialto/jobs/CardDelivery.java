package dev.rialto.jobs;

import dev.rialto.cardsale.CardSales;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Delivers cards that were bought in shops: makes their codes, or recharges the buyer's account. */
@ApplicationScoped
class CardDelivery implements RecurringTask {
    private static final int AT_ONCE = 20;

    @Inject
    CardSales sales;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Caller worker) {
        sales.deliverDue(worker, AT_ONCE);
    }
}
