package dev.rialto.message;

import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;

/** Sends due mails over SMTP. To be called outside of any transaction: each claim and each outcome has its own. */
@ApplicationScoped
public class Mailer {
    private static final Logger LOG = Logger.getLogger(Mailer.class.getName());
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private final Outbox outbox;
    private final MailSettings settings;
    private final Clock clock;

    @Inject
    public Mailer(Outbox outbox, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Mailer() {
        this(null, null, null);
    }

    /**
     * Sends what is due.
     *
     * @param caller a worker
     * @param limit mails at most
     * @return how many were claimed; 0 when no mail server is set
     */
    public int deliverDue(Caller caller, int limit) {
        if (!settings.isOn()) {
            return 0;
        }
        List<MailInHand> mails = outbox.claim(caller, limit);
        SmtpServer server = new SmtpServer(settings);
        mails.forEach(mail -> outbox.settle(caller, deliver(server, mail)));
        return mails.size();
    }

    private MailOutcome deliver(SmtpServer server, MailInHand mail) {
        Instant now = clock.instant();
        try {
            server.send(mail, now);
            LOG.info(() -> "mail " + mail.id() + " sent");
            return MailOutcome.sent(mail.id(), now);
        } catch (AddressException e) {
            return givenUp(mail, now, "not an address");
        } catch (SendFailedException e) {
            return isFinal(e) ? givenUp(mail, now, "the address was refused") : again(mail, now, e);
        } catch (MessagingException e) {
            return again(mail, now, e);
        }
    }

    private static boolean isFinal(SendFailedException e) {
        return e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
    }

    private static MailOutcome again(MailInHand mail, Instant now, MessagingException e) {
        if (mail.attempts() > PAUSES.size()) {
            return givenUp(mail, now, e.getClass().getSimpleName());
        }
        LOG.warning(() ->
                "mail " + mail.id() + " will be tried again: " + e.getClass().getSimpleName());
        return MailOutcome.later(
                mail.id(),
                now.plus(PAUSES.get(mail.attempts() - 1)),
                e.getClass().getSimpleName());
    }

    private static MailOutcome givenUp(MailInHand mail, Instant now, String why) {
        LOG.severe(() -> "mail " + mail.id() + " given up: " + why);
        return MailOutcome.refused(mail.id(), now, why);
    }
}
