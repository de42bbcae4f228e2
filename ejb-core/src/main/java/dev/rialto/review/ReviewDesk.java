package dev.rialto.review;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews and questions in the back office: the seller answers, the mall moderates. */
@Stateless
@Boundary
public class ReviewDesk {
    private static final int LONGEST = 4000;
    private static final int LONGEST_REASON = 1000;

    private Database database;
    private RemarkRows rows;
    private ReviewPost post;
    private Audit audit;
    private Clock clock;

    @Inject
    public ReviewDesk(Database database, RemarkRows rows, ReviewPost post, Audit audit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReviewDesk() {}

    /** What is looked for; null is any. */
    public record Filter(
            RemarkKind kind,
            @Nullable RemarkState state,
            @Nullable String text,
            @Nullable UUID after,
            int limit) {}

    /** The remarks the caller may see, the latest first: all for the mall, those about own goods for a seller. */
    public Page<RemarkView> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        return rows.list(new RemarkRows.Wanted(
                filter.kind(), filter.state(), null, filter.text(), filter.after(), filter.limit()));
    }

    /**
     * The seller's answer, which can be changed; a question is shown with it, and its author gets a mail.
     *
     * @throws DomainException {@link ReviewError#REMARK_INVALID}, {@link ReviewError#REMARK_NOT_FOUND},
     *     {@link ReviewError#REMARK_CHANGED}
     */
    public void answer(Caller caller, UUID remark, long version, String words) {
        Permissions.require(caller, Permissions.GOODS_EDIT);
        caller.requireTenant();
        new Violations().text("answer", words, LONGEST).raise(ReviewError.REMARK_INVALID);
        RemarkView found = rows.take(remark, version);
        int changed = database.sql()
                .createUpdate("""
                        update remark set answer = :words, answered_at = :now, answered_by = :by, version = version + 1,
                            state = case when kind = 'question' then 'shown' else state end
                        where id = :id
                        """)
                .bind("words", words.strip())
                .bind("now", clock.instant())
                .bind("by", caller.account())
                .bind("id", remark)
                .execute();
        if (changed == 0) {
            throw ReviewError.REMARK_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("remark.answer", "remark", remark));
        if (found.answer() == null) {
            post.tellBuyer(caller.asWorker(), remark);
        }
    }

    /** Hides a remark from everybody but its author; the reason is kept. */
    public void hide(Caller caller, UUID remark, long version, String reason) {
        moderate(caller, remark, version, new Verdict(RemarkState.HIDDEN, reason));
    }

    /** Shows a remark that waits or was hidden. */
    public void show(Caller caller, UUID remark, long version) {
        moderate(caller, remark, version, new Verdict(RemarkState.SHOWN, null));
    }

    private record Verdict(RemarkState state, @Nullable String reason) {}

    private void moderate(Caller caller, UUID remark, long version, Verdict verdict) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        if (verdict.state() == RemarkState.HIDDEN) {
            new Violations().text("reason", verdict.reason(), LONGEST_REASON).raise(ReviewError.REMARK_INVALID);
        }
        RemarkView found = rows.take(remark, version);
        boolean isUnanswered = found.kind() == RemarkKind.QUESTION && found.answer() == null;
        RemarkState next = verdict.state() == RemarkState.SHOWN && isUnanswered ? RemarkState.WAITING : verdict.state();
        database.sql()
                .createUpdate("""
                        update remark set state = :state, moderated_by = :by, moderated_at = :now, moderation_reason = :reason,
                            version = version + 1
                        where id = :id
                        """)
                .bind("state", next.stored())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("reason", verdict.reason())
                .bind("id", remark)
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("remark." + next.stored(), "remark", remark).because(verdict.reason()));
    }
}
