package dev.rialto.web.local;

import dev.rialto.audience.Unsubscribing;
import dev.rialto.web.port.MailPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The mails of this process. */
@ApplicationScoped
class LocalMail implements MailPort {
    @Inject
    private Unsubscribing unsubscribing;

    @Override
    public void check(Visitor visitor, String link) {
        unsubscribing.check(Wire.caller(visitor).asWorker(), link);
    }

    @Override
    public void unsubscribe(Visitor visitor, String link) {
        unsubscribing.unsubscribe(Wire.caller(visitor).asWorker(), link);
    }

    @Override
    public void resubscribe(Visitor visitor, String link) {
        unsubscribing.resubscribe(Wire.caller(visitor).asWorker(), link);
    }
}
