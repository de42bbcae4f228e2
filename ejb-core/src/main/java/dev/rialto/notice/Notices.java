package dev.rialto.notice;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Throttle;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where anybody reports goods that should not be on sale. */
@Stateless
@Boundary
public class Notices {
    /** The reasons to choose from. */
    public static final List<String> REASONS =
            List.of("illegal", "counterfeit", "dangerous", "misleading", "rights", "other");

    private static final int LONGEST = 2000;
    private static final int PER_HOUR = 10;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,180}\\.[^\\s@<>\",;]{2,}");

    private Database database;
    private Throttle throttle;
    private NoticeLetters letters;
    private Outbox outbox;
    private Clock clock;

    @Inject
    public Notices(Database database, Throttle throttle, NoticeLetters letters, Outbox outbox, Clock clock) {
        this.database = database;
        this.throttle = throttle;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Notices() {}

    /**
     * A report.
     *
     * @param email for the answer; blank for none
     * @param place where it comes from, for the limit: an address
     */
    public record Report(
            UUID siteId, String slug, String reason, String words, String email, String language, String place) {}

    /**
     * Takes a report and mails a receipt to who gave an address.
     *
     * @return its id
     * @throws DomainException {@link NoticeError#NOTICE_INVALID}, {@link NoticeError#NOTICE_NOT_FOUND},
     *     {@link NoticeError#TOO_MANY_NOTICES}
     */
    public UUID report(Caller caller, Report report) {
        String email = report.email().strip();
        new Violations()
                .check(Set.copyOf(REASONS).contains(report.reason()), "reason", "unknown")
                .text("words", report.words(), LONGEST)
                .check(email.isEmpty() || EMAIL.matcher(email).matches(), "email", "invalid")
                .raise(NoticeError.NOTICE_INVALID);
        int tries = throttle.count(caller.asWorker(), "notice:" + report.place(), Duration.ofHours(1));
        if (tries > PER_HOUR) {
            throw NoticeError.TOO_MANY_NOTICES.now();
        }
        UUID id = Ids.next();
        String title = titleOf(report);
        write(caller, report, id, title, email);
        if (!email.isEmpty()) {
            outbox.add(caller, List.of(letters.received(caller, report, id, title)));
        }
        return id;
    }

    private String titleOf(Report report) {
        return database.sql()
                .createQuery("""
                        select t.title from goods g join goods_text t on t.goods_id = g.id and t.language = g.default_language
                        join site s on s.id = :site and (s.tenant_id is null or s.tenant_id = g.tenant_id)
                        where g.slug = :slug and g.state = 'on_sale' and g.seller_active
                        """)
                .bind("slug", report.slug())
                .bind("site", report.siteId())
                .mapTo(String.class)
                .findOne()
                .orElseThrow(NoticeError.NOTICE_NOT_FOUND::now);
    }

    private void write(Caller caller, Report report, UUID id, String title, String email) {
        database.sql()
                .createUpdate("""
                        insert into notice (id, goods_id, tenant_id, site_id, title, reason, words, email, language, state,
                                            received_at, reported_by)
                        select :id, g.id, g.tenant_id, :site, :title, :reason, :words, :email, :language, 'open', :now,
                               :by::uuid
                        from goods g where g.slug = :slug
                        """)
                .bind("id", id)
                .bind("site", report.siteId())
                .bind("slug", report.slug())
                .bind("title", title)
                .bind("reason", report.reason())
                .bind("words", report.words().strip())
                .bind("email", email.isEmpty() ? null : email)
                .bind("language", report.language())
                .bind("now", clock.instant())
                .bind("by", caller.account())
                .execute();
    }
}
