package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Choices of members that are kept, counted and read; for the mall. */
@Stateless
@Boundary
public class Segments {
    private static final int MOST_SEGMENTS = 200;

    private Database database;
    private SiteDirectory sites;
    private Audit audit;
    private Clock clock;

    @Inject
    public Segments(Database database, SiteDirectory sites, Audit audit, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Segments() {}

    private record Row(UUID id, String name, String criteria, Instant updatedAt, long version) {
        Segment segment() {
            return new Segment(id, name, Json.read(criteria, SegmentCriteria.class), updatedAt, version);
        }
    }

    /** All of them, by name. */
    public List<Segment> list(Caller caller) {
        require(caller, Permissions.MEMBER_VIEW);
        return database.sql().createQuery("""
                        select id, name, criteria::text as criteria, updated_at, version from segment
                        order by lower(name) limit :most
                        """).bind("most", MOST_SEGMENTS).mapTo(Row.class).stream()
                .map(Row::segment)
                .toList();
    }

    /**
     * One of them.
     *
     * @throws DomainException {@link AudienceError#SEGMENT_NOT_FOUND}
     */
    public Segment view(Caller caller, UUID id) {
        require(caller, Permissions.MEMBER_VIEW);
        return database.sql()
                .createQuery("""
                        select id, name, criteria::text as criteria, updated_at, version from segment where id = :id
                        """)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::segment)
                .orElseThrow(AudienceError.SEGMENT_NOT_FOUND::now);
    }

    /**
     * Keeps a new segment.
     *
     * @return its id
     * @throws DomainException {@link AudienceError#INVALID_SEGMENT} naming the fields,
     *     {@link AudienceError#SEGMENT_NAME_TAKEN}
     */
    public UUID create(Caller caller, String name, SegmentCriteria criteria) {
        check(caller, name, criteria);
        UUID id = Ids.next();
        int made = database.sql()
                .createUpdate("""
                        insert into segment (id, name, criteria, created_by, created_at, updated_at)
                        values (:id, :name, :criteria::jsonb, :account, :now, :now) on conflict do nothing
                        """)
                .bind("id", id)
                .bind("name", name.strip())
                .bind("criteria", Json.write(criteria))
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
        if (made == 0) {
            throw AudienceError.SEGMENT_NAME_TAKEN.because("name", "taken");
        }
        audit.record(caller, Audit.Deed.of("segment.create", "segment", id));
        return id;
    }

    /**
     * Changes one.
     *
     * @param version the one that was read
     * @throws DomainException as {@link #create}; {@link AudienceError#SEGMENT_CHANGED}
     */
    public void update(Caller caller, Segment changed) {
        check(caller, changed.name(), changed.criteria());
        Segment before = view(caller, changed.id());
        if (before.version() != changed.version()) {
            throw AudienceError.SEGMENT_CHANGED.now();
        }
        requireFreeName(changed);
        int updated = database.sql()
                .createUpdate("""
                        update segment set name = :name, criteria = :criteria::jsonb, updated_at = :now, version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("name", changed.name().strip())
                .bind("criteria", Json.write(changed.criteria()))
                .bind("now", clock.instant())
                .bind("id", changed.id())
                .bind("version", changed.version())
                .execute();
        if (updated == 0) {
            throw AudienceError.SEGMENT_CHANGED.now();
        }
        audit.record(
                caller,
                Audit.Deed.of("segment.update", "segment", changed.id())
                        .changing(Json.write(before.criteria()), Json.write(changed.criteria())));
    }

    private void requireFreeName(Segment changed) {
        boolean taken = database.sql()
                .createQuery("select exists (select from segment where lower(name) = lower(:name) and id <> :id)")
                .bind("name", changed.name().strip())
                .bind("id", changed.id())
                .mapTo(boolean.class)
                .one();
        if (taken) {
            throw AudienceError.SEGMENT_NAME_TAKEN.because("name", "taken");
        }
    }

    /** Forgets one; mails sent to it stay in the log. */
    public void delete(Caller caller, UUID id) {
        require(caller, Permissions.MEMBER_EDIT);
        view(caller, id);
        database.sql().execute("delete from segment where id = ?", id);
        audit.record(caller, Audit.Deed.of("segment.delete", "segment", id));
    }

    private void check(Caller caller, String name, SegmentCriteria criteria) {
        require(caller, Permissions.MEMBER_EDIT);
        new Violations().text("name", name, 100).raise(AudienceError.INVALID_SEGMENT);
        criteria.check(today(caller));
    }

    /**
     * How many belong to a choice, and how many of them agreed to news.
     *
     * @param wantNews the rest get no mail
     */
    public record Size(long members, long wantNews) {}

    /** Counts those who fit now, in one statement. */
    public Size size(Caller caller, SegmentCriteria criteria) {
        require(caller, Permissions.MEMBER_VIEW);
        return query(
                        caller,
                        criteria,
                        "select count(*) as members, count(*) filter (where wants_news) as want_news from (",
                        ") f")
                .mapTo(Size.class)
                .one();
    }

    /** Those who fit now, newest first, from one on. */
    public List<MemberLine> members(Caller caller, SegmentCriteria criteria, @Nullable UUID after, int limit) {
        require(caller, Permissions.MEMBER_VIEW);
        return query(
                        caller,
                        criteria,
                        "select * from (",
                        ") f where :after::uuid is null or f.account_id < :after order by f.account_id desc limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(MemberLine.class)
                .list();
    }

    private Query query(Caller caller, SegmentCriteria criteria, String before, String behind) {
        Choice choice = criteria.check(today(caller));
        String sql = before
                + AudienceSql.LINE
                + AudienceSql.where(choice, false)
                + (criteria.newsOnly() ? " and " + AudienceSql.wantsNews() : "")
                + (criteria.asksForOrders() ? BOUGHT : "")
                + behind;
        return database.sql()
                .createQuery(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindMethods(choice)
                .bind("since", since(criteria))
                .bind("currency", criteria.currency())
                .bind("leastOrders", criteria.leastOrders())
                .bind("leastAmount", criteria.leastAmount())
                .bind("category", criteria.category());
    }

    private static final String BOUGHT = """
             and m.account_id in (
                select o.account_id from purchase o
                where o.state = 'paid' and o.account_id is not null
                  and (:since::timestamptz is null or o.placed_at >= :since)
                  and (:currency::text is null or o.currency = :currency)
                  and (:category::uuid is null or exists (
                    select from sub_order part join order_line l on l.sub_order_id = part.id
                    join goods g on g.id = l.goods_id join category c on c.id = g.category_id
                    where part.order_id = o.id and (c.id = :category or c.parent_id = :category)))
                group by o.account_id
                having (:leastOrders::int is null or count(*) >= :leastOrders)
                   and (:leastAmount::bigint is null or sum(o.total) - coalesce(sum((
                        select sum(r.amount) from refund r where r.order_id = o.id and r.state = 'done')), 0) >= :leastAmount))
            """;

    private @Nullable Instant since(SegmentCriteria criteria) {
        return criteria.days() == null ? null : clock.instant().minus(Duration.ofDays(criteria.days()));
    }

    private LocalDate today(Caller caller) {
        return LocalDate.ofInstant(
                clock.instant(), ZoneId.of(sites.mall(caller.asWorker()).zone()));
    }

    private static void require(Caller caller, String permission) {
        Permissions.require(caller, permission);
        BestCustomers.requireMall(caller);
    }
}
