package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.wish.BackInStock;
import dev.rialto.wish.StockNoticeBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells those who wait that something can be had again, and forgets those whose waiting is over. */
@ApplicationScoped
class BackInStockMail implements RecurringTask {
    private static final int AT_ONCE = 100;

    @Inject
    BackInStock back;

    @Inject
    StockNoticeBook notices;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run(Caller worker) {
        back.tell(worker, AT_ONCE);
        notices.sweep(worker);
    }
}
