package dev.rialto.notice;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decisions about reported goods, and the seller's objection. */
@Stateless
@Boundary
public class NoticeDesk {
    private static final int MOST = 200;
    private static final int LONGEST = 4000;

    private Database database;
    private NoticeLetters letters;
    private Outbox outbox;
    private Audit audit;
    private Clock clock;

    @Inject
    public NoticeDesk(Database database, NoticeLetters letters, Outbox outbox, Audit audit, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NoticeDesk() {}

    /** What is looked for; null is any. */
    public record Filter(
            @Nullable NoticeState state,
            @Nullable String text,
            @Nullable UUID after,
            int limit) {}

    /**
     * A step and its words.
     *
     * @param version as read
     */
    public record Step(UUID noticeId, String words, long version) {}

    private static final String COLUMNS = """
            select n.id, n.goods_id, n.tenant_id as seller, s.name as seller_name, n.title, n.reason, n.words, %s as email,
                   n.language, upper(n.state) as state, n.received_at, n.statement, n.decided_at, n.objection, n.objected_at,
                   n.final_statement, n.final_at, n.version
            from notice n join seller s on s.id = n.tenant_id
            """;

    /** Notices the caller may see, the latest first: all for the mall, those acted upon for the seller. */
    public Page<NoticeView> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<NoticeView> found = database.sql()
                .createQuery(columns(caller) + """
                         where (:state::text is null or n.state = :state)
                           and (:text::text is null or position(lower(:text) in lower(n.title)) > 0
                                or position(lower(:text) in lower(s.name)) > 0)
                           and (:after::uuid is null or n.id < :after)
                         order by n.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("text", filter.text())
                .bind("after", filter.after())
                .bind("limit", limit + 1)
                .mapTo(NoticeView.class)
                .list();
        return Page.of(found, limit, Function.identity(), last -> last.id().toString());
    }

    /**
     * One notice.
     *
     * @throws DomainException {@link NoticeError#NOTICE_NOT_FOUND}
     */
    public NoticeView view(Caller caller, UUID notice) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        return database.sql()
                .createQuery(columns(caller) + " where n.id = :id")
                .bind("id", notice)
                .mapTo(NoticeView.class)
                .findOne()
                .orElseThrow(NoticeError.NOTICE_NOT_FOUND::now);
    }

    private static String columns(Caller caller) {
        return COLUMNS.formatted(caller.role() == Caller.Role.TENANT ? "null::text" : "n.email");
    }

    /** Leaves the goods on sale. */
    public void dismiss(Caller caller, Step step) {
        decide(caller, step, NoticeState.OPEN, NoticeState.DISMISSED);
    }

    /** Takes the goods off sale; the words are the statement of reasons that the seller gets. */
    public void takeOff(Caller caller, Step step) {
        decide(caller, step, NoticeState.OPEN, NoticeState.UPHELD);
    }

    /** Keeps the goods off sale after the seller's objection. */
    public void confirm(Caller caller, Step step) {
        decide(caller, step, NoticeState.OBJECTED, NoticeState.CONFIRMED);
    }

    /** Lets the goods back after the seller's objection. */
    public void reinstate(Caller caller, Step step) {
        decide(caller, step, NoticeState.OBJECTED, NoticeState.REINSTATED);
    }

    /**
     * One of the mall's decisions.
     *
     * @throws DomainException {@link NoticeError#NOTICE_INVALID} without words, {@link NoticeError#NOTICE_STATE},
     *     {@link NoticeError#NOTICE_CHANGED}, {@link NoticeError#NOTICE_NOT_FOUND}
     */
    private void decide(Caller caller, Step step, NoticeState from, NoticeState to) {
        requireMall(caller);
        NoticeView notice = take(caller, step, from);
        boolean isFirst = from == NoticeState.OPEN;
        database.sql()
                .createUpdate((isFirst ? """
                                update notice set state = :state, statement = :words, decided_by = :by, decided_at = :now,
                                    was_on_sale = (select g.state = 'on_sale' from goods g where g.id = goods_id),
                                    version = version + 1
                                """ : """
                                update notice set state = :state, final_statement = :words, final_by = :by, final_at = :now,
                                    version = version + 1
                                """) + " where id = :id")
                .bind("state", to.stored())
                .bind("words", step.words().strip())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("id", step.noticeId())
                .execute();
        moveGoods(notice, to);
        audit.record(
                caller,
                Audit.Deed.of("notice." + to.stored(), "goods", notice.goodsId())
                        .because(step.words().strip()));
        outbox.add(caller, mails(caller, notice, to, step.words().strip()));
    }

    private void moveGoods(NoticeView notice, NoticeState to) {
        if (to == NoticeState.UPHELD) {
            database.sql().execute("""
                            update goods set barred = true, state = case when state = 'on_sale' then 'withdrawn' else state end,
                                version = version + 1
                            where id = ?
                            """, notice.goodsId());
        } else if (to == NoticeState.REINSTATED) {
            database.sql().execute("""
                            update goods g set barred = false, version = g.version + 1,
                                state = case when n.was_on_sale and g.state = 'withdrawn' then 'on_sale' else g.state end
                            from notice n
                            where n.id = ? and g.id = n.goods_id and not exists (
                                select from notice o where o.goods_id = g.id and o.id <> n.id
                                  and o.state in ('upheld', 'objected', 'confirmed'))
                            """, notice.id());
        }
    }

    private List<OutgoingMail> mails(Caller caller, NoticeView notice, NoticeState to, String words) {
        List<OutgoingMail> mails = new ArrayList<>();
        if (to != NoticeState.DISMISSED) {
            mails.add(letters.toSeller(caller, notice, to, words));
        }
        if (notice.email() != null) {
            mails.add(letters.toReporter(caller, notice, to, notice.email()));
        }
        return mails;
    }

    /**
     * The seller's objection, once.
     *
     * @throws DomainException as the decisions
     */
    public void object(Caller caller, Step step) {
        Permissions.require(caller, Permissions.GOODS_EDIT);
        caller.requireTenant();
        NoticeView notice = take(caller, step, NoticeState.UPHELD);
        database.sql()
                .createUpdate("""
                        update notice set state = 'objected', objection = :words, objected_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("words", step.words().strip())
                .bind("now", clock.instant())
                .bind("id", notice.id())
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("notice.objected", "goods", notice.goodsId())
                        .because(step.words().strip()));
    }

    private NoticeView take(Caller caller, Step step, NoticeState expected) {
        new Violations().text("words", step.words(), LONGEST).raise(NoticeError.NOTICE_INVALID);
        database.sql()
                .select("select id from notice where id = ? for no key update", step.noticeId())
                .mapTo(UUID.class)
                .findOne();
        NoticeView notice = view(caller, step.noticeId());
        if (notice.version() != step.version()) {
            throw NoticeError.NOTICE_CHANGED.because("version", "stale");
        }
        if (notice.state() != expected) {
            throw NoticeError.NOTICE_STATE.now();
        }
        return notice;
    }

    private static void requireMall(Caller caller) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
    }
}
