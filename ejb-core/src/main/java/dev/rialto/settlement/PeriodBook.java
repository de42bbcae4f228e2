package dev.rialto.settlement;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.SiteDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of terms and periods. */
@ApplicationScoped
class PeriodBook {
    private final Database database;
    private final SiteDirectory sites;
    private final Clock clock;

    @Inject
    PeriodBook(Database database, SiteDirectory sites, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PeriodBook() {
        this(null, null, null);
    }

    private record TermsRow(String cycle, boolean automatic, int reserveBp, int reserveDays, long version) {}

    SettlementTerms terms() {
        TermsRow row = database.sql()
                .createQuery("select cycle, automatic, reserve_bp, reserve_days, version from settlement_terms")
                .mapTo(TermsRow.class)
                .one();
        return new SettlementTerms(
                SettlementCycle.ofStored(row.cycle()),
                row.automatic(),
                row.reserveBp(),
                row.reserveDays(),
                row.version());
    }

    boolean save(SettlementTerms terms) {
        return database.sql()
                        .createUpdate("""
                                update settlement_terms set cycle = :cycle, automatic = :automatic,
                                    reserve_bp = :reserveBp, reserve_days = :reserveDays, version = version + 1
                                where version = :version
                                """)
                        .bind("cycle", terms.cycle().stored())
                        .bind("automatic", terms.automatic())
                        .bind("reserveBp", terms.reserveBp())
                        .bind("reserveDays", terms.reserveDays())
                        .bind("version", terms.version())
                        .execute()
                == 1;
    }

    List<SettlementPeriod> list(int limit) {
        return database.sql()
                .createQuery("""
                        select p.id, p.from_on, p.until_on, p.closed_at,
                               (select count(*) from settlement_statement s where s.period_id = p.id) as statements,
                               (select r.id from job_run r
                                where r.job = 'close-settlement' and r.parameters ->> 'period' = p.id::text
                                order by r.requested_at desc, r.id desc limit 1) as run_id
                        from settlement_period p order by p.from_on desc limit :limit
                        """)
                .bind("limit", limit)
                .mapTo(SettlementPeriod.class)
                .list();
    }

    private record Last(
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn,
            boolean closed,
            @Nullable Instant firstAt) {}

    /** The first period begins with the first thing that was booked for a seller. */
    Optional<NextPeriod> next(Caller caller) {
        ZoneId zone = ZoneId.of(sites.mall(caller).zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Last last = database.sql().createQuery("""
                        select p.from_on, p.until_on, coalesce(p.closed_at is not null, true) as closed,
                               (select t.at from ledger_transfer t where t.kind = 'sale' order by t.at limit 1) as first_at
                        from (select 1) one left join lateral (
                            select * from settlement_period order by from_on desc limit 1) p on true
                        """).mapTo(Last.class).one();
        if (last.fromOn() != null && last.untilOn() != null) {
            LocalDate from = last.closed() ? last.untilOn() : last.fromOn();
            LocalDate until = last.closed() ? terms().cycle().end(from) : last.untilOn();
            return Optional.of(new NextPeriod(from, until, !until.isAfter(today)));
        }
        return Optional.ofNullable(last.firstAt()).map(first -> {
            SettlementCycle cycle = terms().cycle();
            LocalDate day = LocalDate.ofInstant(first, zone);
            return new NextPeriod(
                    cycle.begin(day), cycle.end(day), !cycle.end(day).isAfter(today));
        });
    }

    /** Begins a period, or finds it begun. */
    UUID begin(Caller caller, NextPeriod next) {
        database.sql()
                .createUpdate("""
                        insert into settlement_period (id, from_on, until_on, reserve_bp, reserve_days, asked_by, asked_at)
                        select :id, :from, :until, reserve_bp, reserve_days, :by, :now from settlement_terms
                        on conflict do nothing
                        """)
                .bind("id", Ids.next())
                .bind("from", next.fromOn())
                .bind("until", next.untilOn())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        return database.sql()
                .select("select id from settlement_period where from_on = ?", next.fromOn())
                .mapTo(UUID.class)
                .one();
    }

    /** A run that was asked for, now or before. */
    record Asked(UUID run, boolean made) {}

    Asked ask(Caller caller, UUID period) {
        UUID id = Ids.next();
        int made = database.sql()
                .createUpdate("""
                        insert into job_run (id, job, parameters, state, requested_by, requested_at)
                        values (:id, 'close-settlement', :parameters::jsonb, 'requested', :by, :now)
                        on conflict ((parameters ->> 'period'))
                            where job = 'close-settlement' and state in ('requested', 'running') do nothing
                        """)
                .bind("id", id)
                .bind("parameters", Json.write(Map.of("period", period.toString())))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        UUID run = database.sql()
                .createQuery("""
                        select id from job_run where job = 'close-settlement' and parameters ->> 'period' = :period
                        order by requested_at desc, id desc limit 1
                        """)
                .bind("period", period.toString())
                .mapTo(UUID.class)
                .one();
        return new Asked(run, made == 1);
    }

    /** A period as it is closed. */
    record Closing(UUID id, LocalDate fromOn, LocalDate untilOn, int reserveBp, int reserveDays, Instant askedAt) {}

    Closing closing(UUID period) {
        return database.sql()
                .createQuery("""
                        select id, from_on, until_on, reserve_bp, reserve_days, asked_at
                        from settlement_period where id = :id
                        """)
                .bind("id", period)
                .mapTo(Closing.class)
                .one();
    }

    /** The moment a period ends. */
    Instant end(Caller caller, Closing period) {
        return period.untilOn()
                .atStartOfDay(ZoneId.of(sites.mall(caller).zone()))
                .toInstant();
    }

    void closed(UUID period) {
        database.sql()
                .createUpdate("update settlement_period set closed_at = :now where id = :id and closed_at is null")
                .bind("id", period)
                .bind("now", clock.instant())
                .execute();
    }
}
