package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mails to segments: to those who agreed to news, with the way out of them; and what was sent. For the mall. */
@Stateless
@Boundary
public class SegmentMailings {
    private static final int MOST_RECIPIENTS = 200_000;
    private static final int AT_ONCE = 1_000;

    private Segments segments;
    private Outbox outbox;
    private Unsubscribing unsubscribing;
    private SiteDirectory sites;
    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public SegmentMailings(
            Segments segments,
            Outbox outbox,
            Unsubscribing unsubscribing,
            SiteDirectory sites,
            Database database,
            Audit audit,
            Clock clock) {
        this.segments = segments;
        this.outbox = outbox;
        this.unsubscribing = unsubscribing;
        this.sites = sites;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SegmentMailings() {}

    /**
     * A mail to a segment.
     *
     * @param id made with the form, so that pressing the button twice sends once
     */
    public record Mailing(UUID id, UUID segmentId, String subject, String body) {}

    /**
     * A mail that was sent.
     *
     * @param leftOut members of the segment who did not agree to news
     */
    public record Sent(
            UUID id,
            String subject,
            int recipients,
            int leftOut,
            @Nullable UUID sentBy,
            Instant sentAt) {}

    /**
     * Queues the mail for everybody in the segment who agreed to news, in one transaction.
     *
     * @throws DomainException {@link AudienceError#INVALID_SEGMENT} naming subject or body,
     *     {@link AudienceError#SEGMENT_NOT_FOUND}; the permission {@code member.edit} is missing
     */
    public void send(Caller caller, Mailing mailing) {
        Permissions.require(caller, Permissions.MEMBER_EDIT);
        new Violations()
                .text("subject", mailing.subject(), 150)
                .text("body", mailing.body(), 5_000)
                .raise(AudienceError.INVALID_SEGMENT);
        Segment segment = segments.view(caller, mailing.segmentId());
        Segments.Size size = segments.size(caller, segment.criteria());
        if (!note(caller, mailing, segment, size)) {
            return;
        }
        @Nullable UUID after = null;
        List<MemberLine> page;
        int seen = 0;
        do {
            page = segments.members(caller, segment.criteria(), after, AT_ONCE);
            queue(caller, mailing, page.stream().filter(MemberLine::wantsNews).toList());
            after = page.isEmpty() ? null : page.get(page.size() - 1).accountId();
            seen += page.size();
        } while (page.size() == AT_ONCE && seen < MOST_RECIPIENTS);
        audit.record(caller, Audit.Deed.of("segment.mail", "segment", segment.id()));
    }

    private boolean note(Caller caller, Mailing mailing, Segment segment, Segments.Size size) {
        return database.sql()
                        .createUpdate("""
                                insert into segment_mailing (id, segment_id, segment_name, subject, body, recipients, left_out,
                                                             sent_by, sent_at)
                                values (:id, :segment, :name, :subject, :body, :recipients, :leftOut, :account, :now)
                                on conflict (id) do nothing
                                """)
                        .bind("id", mailing.id())
                        .bind("segment", segment.id())
                        .bind("name", segment.name())
                        .bind("subject", mailing.subject().strip())
                        .bind("body", mailing.body().strip())
                        .bind("recipients", size.wantNews())
                        .bind("leftOut", size.members() - size.wantNews())
                        .bind("account", caller.account())
                        .bind("now", clock.instant())
                        .execute()
                > 0;
    }

    private void queue(Caller caller, Mailing mailing, List<MemberLine> readers) {
        SiteView mall = sites.mall(caller.asWorker());
        outbox.add(
                caller,
                readers.stream()
                        .map(reader -> letter(caller, mailing, reader, mall))
                        .collect(Collectors.toList()));
    }

    private OutgoingMail letter(Caller caller, Mailing mailing, MemberLine reader, SiteView mall) {
        String wayOut = unsubscribing.addressFor(caller, reader.accountId(), mall);
        Words words = GreetingLetters.words(reader.language());
        Letter letter = Letter.in(
                        words.locale().getLanguage(), mailing.subject().strip())
                .say(words.say("greeting", reader.name()))
                .say(mailing.body().strip())
                .say(words.say("way_out", mall.name()) + "\n" + wayOut)
                .done();
        return new OutgoingMail("segment", null, reader.accountId(), mall.name(), reader.email(), letter, wayOut);
    }

    /** What was sent to a segment, newest first. */
    public List<Sent> sent(Caller caller, UUID segment) {
        Permissions.require(caller, Permissions.MEMBER_VIEW);
        BestCustomers.requireMall(caller);
        return database.sql()
                .createQuery("""
                        select id, subject, recipients, left_out, sent_by, sent_at from segment_mailing
                        where segment_id = :segment order by sent_at desc, id limit 50
                        """)
                .bind("segment", segment)
                .mapTo(Sent.class)
                .list();
    }

    /** An id for the next mail. */
    public static UUID nextId() {
        return Ids.next();
    }
}
