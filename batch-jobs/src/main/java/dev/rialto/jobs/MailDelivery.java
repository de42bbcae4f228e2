package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends the mails that wait in the outbox. */
@ApplicationScoped
class MailDelivery implements RecurringTask {
    private static final int AT_ONCE = 50;

    @Inject
    Mailer mailer;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Caller worker) {
        int sent = AT_ONCE;
        while (sent == AT_ONCE) {
            sent = mailer.deliverDue(worker, AT_ONCE);
        }
    }
}
