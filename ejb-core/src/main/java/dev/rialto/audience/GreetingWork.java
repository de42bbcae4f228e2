package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The greetings of a day (D77), for workers. A run per day is asked for once, whoever asks; a greeting is claimed by its row
 * in the transaction that queues its mail, so that a second run, or one that goes on after a crash, mails nobody twice.
 */
@Stateless
@Boundary
public class GreetingWork {
    /** The name of the job and of its runs. */
    public static final String JOB = "greetings";

    private static final LocalTime NOT_BEFORE = LocalTime.of(8, 0);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final String ON = "on";

    private Database database;
    private JobRuns runs;
    private SiteDirectory sites;
    private Outbox outbox;
    private Unsubscribing unsubscribing;
    private Clock clock;

    @Inject
    public GreetingWork(
            Database database,
            JobRuns runs,
            SiteDirectory sites,
            Outbox outbox,
            Unsubscribing unsubscribing,
            Clock clock) {
        this.database = database;
        this.runs = runs;
        this.sites = sites;
        this.outbox = outbox;
        this.unsubscribing = unsubscribing;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GreetingWork() {}

    /**
     * A day's run in hand.
     *
     * @param done greeted or found without consent so far
     */
    public record Run(UUID id, String unit, LocalDate on, long done) {}

    /** One who is to be greeted. */
    public record Guest(
            UUID accountId,
            String name,
            String email,
            String language,
            UUID siteId,
            Occasion occasion,
            boolean wantsNews) {}

    /** Asks for the run of today once it is eight in the morning in the mall; the second wish changes nothing. */
    public void askForToday(Caller caller) {
        if (!sites.isSetUp(caller)) {
            return;
        }
        ZonedDateTime now = clock.instant().atZone(ZoneId.of(sites.mall(caller).zone()));
        if (now.toLocalTime().isBefore(NOT_BEFORE)) {
            return;
        }
        database.sql()
                .createUpdate("""
                        insert into job_run (id, job, parameters, state, requested_at)
                        values (:id, :job, :parameters::jsonb, 'requested', :now)
                        on conflict ((parameters ->> 'on')) where job = 'greetings' and state <> 'failed' do nothing
                        """)
                .bind("id", Ids.next())
                .bind("job", JOB)
                .bind("parameters", Json.write(Map.of(ON, now.toLocalDate().toString())))
                .bind("now", clock.instant())
                .execute();
    }

    /** A run that waits, or whose unit has fallen silent. */
    public Optional<Run> claim(Caller caller, String unit) {
        return runs.claim(caller, JOB, unit, SILENCE).map(run -> read(run, unit));
    }

    private static Run read(JobRunView run, String unit) {
        String on = Json.read(
                        run.parameters(), new com.fasterxml.jackson.core.type.TypeReference<Map<String, String>>() {})
                .getOrDefault(ON, "");
        return new Run(run.id(), unit, LocalDate.parse(on), run.done());
    }

    /** The run of an execution that starts. */
    public Run open(Caller caller, UUID run, String unit) {
        return read(runs.view(caller, run), unit);
    }

    /** Those whose day it is and who have not been seen to this year, the next so many. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Guest> next(Caller caller, Run run, int limit) {
        List<Guest> guests = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            guests.addAll(waiting(occasion, run.on(), limit - guests.size()));
        }
        return guests;
    }

    private List<Guest> waiting(Occasion occasion, LocalDate on, int limit) {
        return limit <= 0
                ? List.of()
                : database.sql()
                        .createQuery("""
                        select p.account_id, p.name, p.email, p.language, m.join_site_id as site_id, :occasion as occasion,
                               <wants> as wants_news
                        from person p join member m on m.account_id = p.account_id
                        join account a on a.id = p.account_id
                        where p.<day> = any(:days) and p.<date> < :on and a.state = 'active'
                          and not exists (select from greeting g
                            where g.account_id = p.account_id and g.kind = :kind and g.year = :year)
                        order by p.account_id limit :limit
                        """)
                        .define("date", occasion.dateColumn())
                        .define("day", occasion.dayColumn())
                        .define("wants", AudienceSql.wantsNews())
                        .bind("occasion", occasion.name())
                        .bind("kind", occasion.key())
                        .bind("year", on.getYear())
                        .bind("days", Occasion.daysKeptOn(on).toArray(Integer[]::new))
                        .bind("on", on)
                        .bind("limit", limit)
                        .mapTo(Guest.class)
                        .list();
    }

    /**
     * Greets these and notes it, all or none.
     *
     * @return false when the run is to stop
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean greet(Caller caller, Run run, List<Guest> guests, long doneBefore) {
        List<OutgoingMail> mails = new ArrayList<>();
        for (Guest guest : guests) {
            if (claim(guest, run.on()) && guest.wantsNews()) {
                SiteView site = sites.byId(caller, guest.siteId());
                mails.add(GreetingLetters.of(guest, site, unsubscribing.addressFor(caller, guest.accountId(), site)));
            }
        }
        outbox.add(caller, mails);
        return runs.progress(
                caller,
                new JobRuns.Progress(
                        run.id(),
                        run.unit(),
                        null,
                        doneBefore + guests.size(),
                        0,
                        run.on().toString(),
                        List.of()));
    }

    /** Whoever writes the row greets. */
    private boolean claim(Guest guest, LocalDate on) {
        return database.sql()
                        .createUpdate("""
                                insert into greeting (account_id, kind, year, on_date, outcome, at)
                                values (:account, :kind, :year, :on, :outcome, :now) on conflict do nothing
                                """)
                        .bind("account", guest.accountId())
                        .bind("kind", guest.occasion().key())
                        .bind("year", on.getYear())
                        .bind("on", on)
                        .bind("outcome", guest.wantsNews() ? "mailed" : "no_consent")
                        .bind("now", clock.instant())
                        .execute()
                > 0;
    }

    /** Ends a run with the count of what it did. */
    public void end(Caller caller, Run run) {
        Map<String, Long> counts = new java.util.LinkedHashMap<>(Map.of("mailed", 0L, "no_consent", 0L));
        database.sql()
                .createQuery("select outcome, count(*) from greeting where on_date = :on group by 1")
                .bind("on", run.on())
                .map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        runs.finish(caller, run.id(), JobRunView.State.COMPLETED, Json.write(counts), null);
    }

    /** Ends a run that could not go on; the next turn asks for another. */
    public void fail(Caller caller, UUID run, String why) {
        runs.finish(caller, run, JobRunView.State.FAILED, null, why);
    }
}
