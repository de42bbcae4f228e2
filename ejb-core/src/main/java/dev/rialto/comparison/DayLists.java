package dev.rialto.comparison;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRunView;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What days of providers came to, line by line, and the runs that compared them; for the mall (E36). */
@Stateless
@Boundary
public class DayLists {
    private static final int MOST = 200;
    private static final String DAYS = """
            select c.provider_id, v.label as provider, c.day, c.equal_count, c.ours_only, c.theirs_only, c.compared_at
            from provider_comparison c join card_provider v on v.id = c.provider_id
            """;

    private Database database;

    @Inject
    public DayLists(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DayLists() {}

    /** What a day came to. */
    public record Comparison(
            UUID providerId,
            String provider,
            LocalDate day,
            int equalCount,
            int oursOnly,
            int theirsOnly,
            Instant comparedAt) {
        public boolean isClean() {
            return oursOnly == 0 && theirsOnly == 0;
        }
    }

    /** Which days are looked for; null is any. */
    public record Filter(
            @Nullable UUID provider,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean differing,
            @Nullable String cursor,
            int limit) {}

    /** Where a page of days ended. */
    private record Place(@Nullable LocalDate day, @Nullable UUID provider) {}

    /**
     * Days that were compared, the latest first.
     *
     * @throws DomainException {@link RechargeError#INVALID_DAYS} for a wrong cursor
     */
    public Page<Comparison> days(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        Place after = place(filter.cursor());
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<Comparison> found = database.sql()
                .createQuery(DAYS + """
                        where (:provider::uuid is null or c.provider_id = :provider)
                          and (:from::date is null or c.day >= :from) and (:until::date is null or c.day <= :until)
                          and (not :differing or c.ours_only + c.theirs_only > 0)
                          and (:afterDay::date is null or (c.day, c.provider_id) < (:afterDay, :afterProvider::uuid))
                        order by c.day desc, c.provider_id desc limit :limit
                        """)
                .bind("provider", filter.provider())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("differing", filter.differing())
                .bind("afterDay", after.day())
                .bind("afterProvider", after.provider())
                .bind("limit", limit + 1)
                .mapTo(Comparison.class)
                .list();
        return Page.of(found, limit, day -> day, day -> day.day() + "_" + day.providerId());
    }

    private static Place place(@Nullable String cursor) {
        if (cursor == null) {
            return new Place(null, null);
        }
        if (!cursor.matches("\\d{4}-[01]\\d-[0-3]\\d_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw ComparisonError.INVALID_DAYS.because("cursor", "invalid");
        }
        return new Place(LocalDate.parse(cursor.substring(0, 10)), UUID.fromString(cursor.substring(11)));
    }

    /**
     * One day.
     *
     * @throws DomainException {@link RechargeError#DAY_NOT_FOUND}
     */
    public Comparison day(Caller caller, UUID provider, LocalDate day) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        return database.sql()
                .createQuery(DAYS + "where c.provider_id = :provider and c.day = :day")
                .bind("provider", provider)
                .bind("day", day)
                .mapTo(Comparison.class)
                .findOne()
                .orElseThrow(ComparisonError.DAY_NOT_FOUND::now);
    }

    /** Whose line it is. */
    public enum Side {
        OURS_ONLY,
        THEIRS_ONLY,
        /** Both have it and say different things. */
        DIFFERS,
        EQUAL;

        public String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A line of a day. */
    public record Line(
            String requestId,
            Side side,
            String sku,
            @Nullable String providerNumber) {}

    /**
     * The lines of one day, those that differ first.
     *
     * @param side null for any
     */
    public Page<Line> lines(Caller caller, Comparison of, @Nullable Side side, @Nullable String cursor, int limit) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        int most = Math.max(1, Math.min(MOST, limit));
        String after = cursor == null
                ? ""
                : new String(Base64.getUrlDecoder().decode(decodable(cursor)), StandardCharsets.UTF_8);
        List<Line> found = database.sql()
                .createQuery("""
                        select request_id, upper(side) as side, sku, provider_number from (
                            select *, case side when 'equal' then '1' else '0' end || side || ' ' || request_id as place
                            from provider_difference where provider_id = :provider and day = :day) l
                        where (:side::text is null or side = :side) and (:after = '' or place > :after)
                        order by place limit :limit
                        """)
                .bind("provider", of.providerId())
                .bind("day", of.day())
                .bind("side", side == null ? null : side.stored())
                .bind("after", after)
                .bind("limit", most + 1)
                .mapTo(Line.class)
                .list();
        return Page.of(found, most, line -> line, DayLists::placeOf);
    }

    private static String decodable(String cursor) {
        if (!cursor.matches("([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2,3})?")) {
            throw ComparisonError.INVALID_DAYS.because("cursor", "invalid");
        }
        return cursor;
    }

    private static String placeOf(Line line) {
        String place = (line.side() == Side.EQUAL ? "1" : "0") + line.side().stored() + " " + line.requestId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A run that compares days.
     *
     * @param by who asked for it; null for the mall itself
     * @param total days
     * @param done days so far
     * @param equalCount lines so far, of all its days
     */
    public record Run(
            UUID id,
            UUID providerId,
            String provider,
            LocalDate fromOn,
            LocalDate untilOn,
            JobRunView.State state,
            boolean cancelRequested,
            @Nullable UUID by,
            long total,
            long done,
            int equalCount,
            int oursOnly,
            int theirsOnly,
            @Nullable String message,
            Instant requestedAt,
            @Nullable Instant finishedAt) {

        public int percent() {
            return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
        }
    }

    /** The runs of all providers, or of one, latest first. */
    public List<Run> runs(Caller caller, @Nullable UUID provider, int limit) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        return database.sql()
                .createQuery("""
                        select r.*, coalesce(c.equal_count, 0)::int as equal_count, coalesce(c.ours_only, 0)::int as ours_only,
                               coalesce(c.theirs_only, 0)::int as theirs_only
                        from (
                            select j.id, v.id as provider_id, v.label as provider, (j.parameters ->> 'from')::date as from_on,
                                   (j.parameters ->> 'until')::date as until_on, upper(j.state) as state, j.cancel_requested,
                                   j.requested_by as by, coalesce(j.total, 0) as total, j.done, j.message, j.requested_at,
                                   j.finished_at
                            from job_run j join card_provider v on v.id::text = j.parameters ->> 'provider'
                            where j.job = 'provider-comparison' and (:provider::uuid is null or v.id = :provider)
                            order by j.requested_at desc, j.id desc limit :limit) r
                        left join lateral (
                            select sum(equal_count) as equal_count, sum(ours_only) as ours_only,
                                   sum(theirs_only) as theirs_only
                            from provider_comparison c
                            where c.provider_id = r.provider_id and c.day >= r.from_on
                              and c.day < r.from_on + r.done::int) c on true
                        order by r.requested_at desc, r.id desc
                        """)
                .bind("provider", provider)
                .bind("limit", limit)
                .mapTo(Run.class)
                .list();
    }
}
