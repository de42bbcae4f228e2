package dev.rialto.message;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what is to be sent, in the transaction of what it tells about. */
@Stateless
@Boundary
public class Outbox {
    /** Longer than any mail server may take to answer, so that a mail in the air is not claimed twice. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private Database database;
    private Clock clock;

    @Inject
    MasterKey master;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public Outbox(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Outbox() {}

    /** Takes mails, in one statement; they are due at once. */
    public void add(Caller caller, List<OutgoingMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        List<UUID> ids = mails.stream().map(mail -> Ids.next()).toList();
        database.sql()
                .createUpdate("""
                        with letter as (
                            select * from unnest(:ids::uuid[], :kinds::text[], :tenants::uuid[], :subjects::uuid[], :payloads::text[],
                                                 :recipients::text[], :titles::text[], :texts::text[], :htmls::text[], :ways::text[],
                                                 :secrets::text[])
                                as l (id, kind, tenant_id, subject_id, payload, recipient, subject, text_body, html_body,
                                      unsubscribe_at, secrets)),
                        queued as (
                            insert into outbox (id, kind, tenant_id, subject_id, payload, next_at, created_at)
                            select id, kind, tenant_id, subject_id, payload::jsonb, :now, :now from letter)
                        insert into mail (outbox_id, recipient, subject, text_body, html_body, unsubscribe_at, secrets)
                        select id, recipient, subject, text_body, html_body, unsubscribe_at, decode(secrets, 'hex')
                        from letter
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("kinds", mails.stream().map(mail -> "mail." + mail.kind()).toArray(String[]::new))
                .bind("tenants", mails.stream().map(OutgoingMail::tenantId).toArray(UUID[]::new))
                .bind("subjects", mails.stream().map(OutgoingMail::subjectId).toArray(UUID[]::new))
                .bind("payloads", mails.stream().map(Outbox::payload).toArray(String[]::new))
                .bind("recipients", mails.stream().map(OutgoingMail::recipient).toArray(String[]::new))
                .bind(
                        "titles",
                        mails.stream().map(mail -> mail.letter().subject()).toArray(String[]::new))
                .bind("texts", mails.stream().map(mail -> mail.letter().text()).toArray(String[]::new))
                .bind("htmls", mails.stream().map(mail -> mail.letter().html()).toArray(String[]::new))
                .bind("ways", mails.stream().map(OutgoingMail::unsubscribeAt).toArray(String[]::new))
                .bind("secrets", mails.stream().map(this::sealed).toArray(String[]::new))
                .bind("now", clock.instant())
                .execute();
    }

    /** Claims mails that are due, for a worker; a claim ends by itself after ten minutes. */
    public List<MailInHand> claim(Caller caller, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select o.id from outbox o join mail m on m.outbox_id = o.id
                            where o.state = 'waiting' and o.next_at <= :now
                            order by o.next_at limit :limit for update of o skip locked),
                        claimed as (
                            update outbox o set attempts = attempts + 1, next_at = :until
                            from due where o.id = due.id
                            returning o.id, o.attempts, o.payload ->> 'fromName' as from_name)
                        select c.id, c.attempts, c.from_name, m.recipient, m.subject, m.text_body, m.html_body,
                               m.unsubscribe_at, m.secrets
                        from claimed c join mail m on m.outbox_id = c.id
                        """)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(LEASE))
                .bind("limit", limit)
                .mapTo(MailInHand.class)
                .map(this::opened)
                .list();
    }

    private @Nullable String sealed(OutgoingMail mail) {
        return mail.secrets().isEmpty()
                ? null
                : HexFormat.of()
                        .formatHex(master.seal(Json.write(mail.secrets()).getBytes(StandardCharsets.UTF_8)));
    }

    private MailInHand opened(MailInHand mail) {
        byte[] secrets = mail.secrets();
        return secrets == null
                ? mail
                : mail.revealed(Json.read(new String(master.open(secrets), StandardCharsets.UTF_8), SECRETS));
    }

    /** Records what became of a claimed mail, for a worker. */
    public void settle(Caller caller, MailOutcome outcome) {
        database.sql()
                .createUpdate("""
                        with gone as (
                            update mail set secrets = null
                            where outbox_id = :id and secrets is not null and :doneAt::timestamptz is not null)
                        update outbox set state = :state, next_at = :nextAt, last_error = :error, done_at = :doneAt
                        where id = :id and state = 'waiting'
                        """)
                .bind("state", outcome.state())
                .bind("nextAt", outcome.nextAt())
                .bind("error", outcome.error())
                .bind("doneAt", outcome.isFinal() ? clock.instant() : null)
                .bind("id", outcome.id())
                .execute();
    }

    /** Erases the mails about these subjects, sent or not, for a worker; the outbox rows stay as a count. */
    public void forget(Caller caller, List<UUID> subjects) {
        database.sql()
                .createUpdate("""
                        with about as (select id from outbox where subject_id = any(:subjects)),
                        gone as (delete from mail where outbox_id in (select id from about))
                        update outbox set state = case state when 'waiting' then 'given_up' else state end, last_error = null
                        where id in (select id from about)
                        """)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .execute();
    }

    private static String payload(OutgoingMail mail) {
        return Json.write(
                Map.of("fromName", mail.fromName(), "language", mail.letter().language()));
    }
}
