package dev.rialto.comparison;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRuns;
import dev.rialto.recharge.CardGateway;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes what days of providers come to; {@link ProviderDays} decides who may ask. */
@Stateless
@Boundary
public class DayBook {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private Database database;
    private JobRuns runs;
    private Clock clock;

    @Inject
    public DayBook(Database database, JobRuns runs, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DayBook() {}

    /** Days of a provider that were not compared yet, from the first to the last. */
    public record Due(UUID providerId, LocalDate from, LocalDate until) {}

    /**
     * A day as the provider has it.
     *
     * @param theirs its lines
     * @param around numbers that stand in the day before or after
     */
    public record Day(LocalDate date, List<CardGateway.Booked> theirs, Set<String> around) {
        public Day {
            theirs = List.copyOf(theirs);
            around = Set.copyOf(around);
        }
    }

    /** Providers whose days within these were not compared; one whose last run failed is left alone for an hour. */
    public List<Due> due(Caller worker, LocalDate from, LocalDate before) {
        return database.sql()
                .createQuery("""
                        select v.id as provider_id, min(d)::date as "from", max(d)::date as until
                        from card_provider v, generate_series(:from::date, :before::date - 1, interval '1 day') d
                        where v.state = 'active'
                          and exists (select from recharge_request r where r.provider_id = v.id)
                          and not exists (select from provider_comparison c where c.provider_id = v.id and c.day = d::date)
                          and not exists (
                              select from job_run j where j.job = 'provider-comparison'
                                and j.parameters ->> 'provider' = v.id::text
                                and (j.state in ('requested', 'running') or j.finished_at > :recently and j.state <> 'completed'))
                        group by v.id order by v.id
                        """)
                .bind("from", from)
                .bind("before", before)
                .bind("recently", clock.instant().minus(PATIENCE))
                .mapTo(Due.class)
                .list();
    }

    /**
     * Writes what a day came to, in the place of what it came to before, and says how far the run is, both or neither.
     *
     * @return false when the run is to stop
     */
    public boolean keep(Caller worker, UUID provider, Day day, JobRuns.Progress progress) {
        write(provider, day);
        return runs.progress(worker, progress);
    }

    private void write(UUID provider, Day day) {
        database.sql()
                .execute("delete from provider_comparison where provider_id = ? and day = ?", provider, day.date());
        List<CardGateway.Booked> theirs = day.theirs();
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
                        select d.provider_id, d.day, l.request_id, l.side, l.sku, l.number from day d, lines l
                        """)
                .bind("ids", theirs.stream().map(CardGateway.Booked::requestId).toArray(String[]::new))
                .bind("skus", theirs.stream().map(CardGateway.Booked::sku).toArray(String[]::new))
                .bind(
                        "numbers",
                        theirs.stream().map(CardGateway.Booked::providerNumber).toArray(String[]::new))
                .bind("around", day.around().toArray(String[]::new))
                .bind("provider", provider)
                .bind("day", day.date())
                .bind("now", clock.instant())
                .execute();
    }
}
