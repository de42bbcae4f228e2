package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.webhook.Courier;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends the news that waits for programs of tenants, each receiver on a thread of its own. */
@ApplicationScoped
class WebhookDelivery implements RecurringTask {
    @Inject
    Courier courier;

    @Resource
    ManagedExecutorService threads;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(Caller worker) {
        courier.deliverDue(worker, threads);
    }
}
