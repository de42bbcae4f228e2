package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of comparisons; {@link ProviderDays} decides who may. */
@Stateless
@Boundary
public class DayBook {
    private static final int MOST = 10_000;

    private Database database;
    private Clock clock;

    @Inject
    public DayBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DayBook() {}

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

    /** A line that only one side has, or that says different things. */
    public record Difference(
            String requestId,
            String side,
            String sku,
            @Nullable String providerNumber) {}

    /** A day that was not compared yet. */
    public record Due(UUID providerId, LocalDate day) {}

    /** Days from one to before another on which active providers were not compared. */
    public List<Due> due(Caller worker, LocalDate from, LocalDate before) {
        return database.sql()
                .createQuery("""
                        select v.id as provider_id, d::date as day
                        from card_provider v, generate_series(:from::date, :before::date - 1, interval '1 day') d
                        where v.state = 'active'
                          and exists (select from recharge_request r where r.provider_id = v.id)
                          and not exists (select from provider_comparison c where c.provider_id = v.id and c.day = d::date)
                        order by 2, 1
                        """)
                .bind("from", from)
                .bind("before", before)
                .mapTo(Due.class)
                .list();
    }

    /** Writes what a day came to, in the place of what it came to before. */
    public Comparison keep(
            Caller worker, UUID provider, LocalDate day, List<CardGateway.Booked> theirs, List<String> around) {
        database.sql().execute("delete from provider_comparison where provider_id = ? and day = ?", provider, day);
        database.sql()
                .createUpdate("""
                        with theirs as (
                            select * from unnest(:ids::text[], :skus::text[], :numbers::text[]) t (request_id, sku, number)),
                        ours as (
                            select r.id::text as request_id, p.sku, r.provider_number as number, r.created_at
                            from recharge_request r join card_product p on p.id = r.product_id
                            where r.provider_id = :provider and r.state = 'done'
                              and (r.id::text = any(:ids)
                                   or (r.created_at >= :day::date and r.created_at < :day::date + 1
                                       and not r.id::text = any(:around)))),
                        lines as (
                            select coalesce(o.request_id, t.request_id) as request_id, coalesce(o.sku, t.sku) as sku,
                                   coalesce(o.number, t.number) as number,
                                   case when t.request_id is null then 'ours_only' when o.request_id is null then 'theirs_only'
                                        when o.sku <> t.sku or o.number is distinct from t.number then 'differs'
                                        else 'equal' end as side
                            from ours o full join theirs t on t.request_id = o.request_id),
                        day as (
                            insert into provider_comparison (provider_id, day, equal_count, ours_only, theirs_only, compared_at)
                            select :provider, :day, count(*) filter (where side = 'equal'),
                                   count(*) filter (where side in ('ours_only', 'differs')),
                                   count(*) filter (where side in ('theirs_only', 'differs')), :now
                            from lines returning provider_id, day)
                        insert into provider_difference (provider_id, day, request_id, side, sku, provider_number)
                        select d.provider_id, d.day, l.request_id, l.side, l.sku, l.number
                        from day d, lines l where l.side <> 'equal'
                        """)
                .bind("ids", theirs.stream().map(CardGateway.Booked::requestId).toArray(String[]::new))
                .bind("skus", theirs.stream().map(CardGateway.Booked::sku).toArray(String[]::new))
                .bind(
                        "numbers",
                        theirs.stream().map(CardGateway.Booked::providerNumber).toArray(String[]::new))
                .bind("around", around.toArray(String[]::new))
                .bind("provider", provider)
                .bind("day", day)
                .bind("now", clock.instant())
                .execute();
        return list(worker, MOST).stream()
                .filter(one -> one.providerId().equals(provider) && one.day().equals(day))
                .findFirst()
                .orElseThrow();
    }

    /** Comparisons, latest day first. */
    public List<Comparison> list(Caller worker, int limit) {
        return database.sql()
                .createQuery("""
                        select c.provider_id, v.label as provider, c.day, c.equal_count, c.ours_only, c.theirs_only,
                               c.compared_at
                        from provider_comparison c join card_provider v on v.id = c.provider_id
                        order by c.day desc, v.label limit :limit
                        """)
                .bind("limit", limit)
                .mapTo(Comparison.class)
                .list();
    }

    /** The lines of one day that differ. */
    public List<Difference> differences(Caller worker, UUID provider, LocalDate day) {
        return database.sql()
                .createQuery("""
                        select request_id, side, sku, provider_number from provider_difference
                        where provider_id = :provider and day = :day order by side, request_id limit :most
                        """)
                .bind("provider", provider)
                .bind("day", day)
                .bind("most", MOST)
                .mapTo(Difference.class)
                .list();
    }
}
