package dev.rialto.review;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Throttle;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews and questions as members write and read them. */
@Stateless
@Boundary
public class Reviews {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST = 4000;
    private static final int PER_HOUR = 20;
    private static final int PAGE = 20;

    private Database database;
    private RemarkRows rows;
    private ReviewPost post;
    private Throttle throttle;
    private ReviewSettings settings;
    private Clock clock;

    @Inject
    public Reviews(
            Database database,
            RemarkRows rows,
            ReviewPost post,
            Throttle throttle,
            ReviewSettings settings,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.post = post;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Reviews() {}

    /** Where something is said: goods of a site, and in which language. */
    public record Place(UUID siteId, UUID goodsId, String language) {}

    /**
     * A review as it is typed.
     *
     * @param stars 1 to 5
     */
    public record Typed(int stars, String title, String words) {}

    /**
     * What a member can do about goods.
     *
     * @param own the member's newest review of them
     * @param mayReview true when something bought is not reviewed yet
     */
    public record Standing(@Nullable RemarkView own, boolean mayReview) {}

    /** The remarks that everybody sees, the latest first. */
    public Page<RemarkView> shown(Caller caller, UUID goods, RemarkKind kind, @Nullable UUID after) {
        return rows.list(new RemarkRows.Wanted(kind, RemarkState.SHOWN, goods, null, after, PAGE));
    }

    /** What the caller may do; nobody without an account. */
    public Standing standing(Caller caller, UUID goods) {
        UUID account = caller.account();
        return account == null
                ? new Standing(null, false)
                : new Standing(
                        rows.own(goods, account).orElse(null),
                        line(account, goods).isPresent());
    }

    private Optional<UUID> line(UUID account, UUID goods) {
        return database.sql()
                .createQuery("""
                        select l.id from order_line l join sub_order s on s.id = l.sub_order_id
                        join purchase p on p.id = s.order_id
                        where p.account_id = :account and l.goods_id = :goods and l.shipped > 0
                          and not exists (select from remark r where r.order_line_id = l.id)
                        order by l.id desc limit 1
                        """)
                .bind("account", account)
                .bind("goods", goods)
                .mapTo(UUID.class)
                .findOne();
    }

    /**
     * Writes a review of what the member got.
     *
     * @return its id
     * @throws DomainException {@link ReviewError#MEMBERS_ONLY}, {@link ReviewError#REMARK_INVALID},
     *     {@link ReviewError#NOT_BOUGHT}
     */
    public UUID write(Caller caller, Place place, Typed typed) {
        UUID account = member(caller);
        check(typed);
        UUID line = line(account, place.goodsId()).orElseThrow(ReviewError.NOT_BOUGHT::now);
        return add(account, place, new Entry(RemarkKind.REVIEW, line, typed, settings.first()));
    }

    /**
     * Changes one's own review; it is read again where reviews are read first.
     *
     * @throws DomainException {@link ReviewError#REMARK_INVALID}, {@link ReviewError#REMARK_NOT_FOUND},
     *     {@link ReviewError#REMARK_CHANGED}
     */
    public void edit(Caller caller, UUID review, long version, Typed typed) {
        UUID account = member(caller);
        check(typed);
        RemarkView found = rows.take(review, version);
        int changed = database.sql()
                .createUpdate("""
                        update remark set stars = :stars, title = :title, words = :words, edited_at = :now, state = :state,
                            version = version + 1
                        where id = :id and account_id = :account and kind = 'review' and state <> 'hidden'
                        """)
                .bind("stars", typed.stars())
                .bind("title", typed.title().strip())
                .bind("words", typed.words().strip())
                .bind("now", clock.instant())
                .bind("state", settings.first().stored())
                .bind("id", found.id())
                .bind("account", account)
                .execute();
        if (changed == 0) {
            throw ReviewError.REMARK_NOT_FOUND.now();
        }
    }

    /**
     * Asks the seller; shown once it is answered.
     *
     * @return the question's id
     * @throws DomainException {@link ReviewError#MEMBERS_ONLY}, {@link ReviewError#REMARK_INVALID},
     *     {@link ReviewError#REMARK_NOT_FOUND}, {@link ReviewError#TOO_MANY_REMARKS}
     */
    public UUID ask(Caller caller, Place place, String words) {
        UUID account = member(caller);
        new Violations().text("question", words, LONGEST).raise(ReviewError.REMARK_INVALID);
        limit(caller, "question:" + account);
        UUID id =
                add(account, place, new Entry(RemarkKind.QUESTION, null, new Typed(0, "", words), RemarkState.WAITING));
        post.tellSeller(caller.asWorker(), id);
        return id;
    }

    /**
     * Reports a remark about goods to the mall.
     *
     * @param place where it comes from, for the limit: an address
     * @throws DomainException {@link ReviewError#REMARK_NOT_FOUND}, {@link ReviewError#TOO_MANY_REMARKS}
     */
    public void report(Caller caller, UUID goods, UUID remark, String place) {
        if (rows.find(remark).filter(found -> found.goodsId().equals(goods)).isEmpty()) {
            throw ReviewError.REMARK_NOT_FOUND.now();
        }
        limit(caller, "remark:" + place);
        post.countReport(caller.asWorker(), remark);
    }

    private void limit(Caller caller, String key) {
        if (throttle.count(caller.asWorker(), key, Duration.ofHours(1)) > PER_HOUR) {
            throw ReviewError.TOO_MANY_REMARKS.now();
        }
    }

    private static UUID member(Caller caller) {
        return caller.signedIn().orElseThrow(ReviewError.MEMBERS_ONLY::now);
    }

    private static void check(Typed typed) {
        new Violations()
                .check(typed.stars() >= 1 && typed.stars() <= 5, "stars", "required")
                .optionalText("title", typed.title(), LONGEST_TITLE)
                .text("words", typed.words(), LONGEST)
                .raise(ReviewError.REMARK_INVALID);
    }

    private record Entry(RemarkKind kind, @Nullable UUID line, Typed typed, RemarkState state) {}

    private UUID add(UUID account, Place place, Entry entry) {
        UUID id = Ids.next();
        int added = database.sql()
                .createUpdate("""
                        insert into remark (id, kind, goods_id, tenant_id, site_id, order_line_id, account_id, author, language,
                                            stars, title, words, state, written_at)
                        select :id, :kind, g.id, g.tenant_id, :site, :line, :account,
                               left(coalesce((select name from person where account_id = :account), '*'), 1) || '**', :language,
                               :stars, :title, :words, :state, :now
                        from goods g where g.id = :goods
                        """)
                .bind("id", id)
                .bind("kind", entry.kind().stored())
                .bind("site", place.siteId())
                .bind("line", entry.line())
                .bind("account", account)
                .bind("language", place.language())
                .bind("stars", entry.kind() == RemarkKind.REVIEW ? entry.typed().stars() : null)
                .bind("title", entry.typed().title().strip())
                .bind("words", entry.typed().words().strip())
                .bind("state", entry.state().stored())
                .bind("now", clock.instant())
                .bind("goods", place.goodsId())
                .execute();
        if (added == 0) {
            throw ReviewError.REMARK_NOT_FOUND.now();
        }
        return id;
    }
}
