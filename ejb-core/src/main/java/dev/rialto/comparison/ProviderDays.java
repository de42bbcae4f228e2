package dev.rialto.comparison;

import dev.rialto.channel.CardProviders;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Asks for days of a provider to be compared with what is known here, and stops that (E36). A day is one of UTC. */
@Stateless
@Boundary
public class ProviderDays {
    /** The name of the job and of its runs. */
    public static final String JOB = "provider-comparison";

    private static final int BACK = 3;
    private static final int MOST_DAYS = 92;

    private Database database;
    private DayBook book;
    private CardProviders providers;
    private JobRuns runs;
    private Audit audit;
    private Clock clock;

    @Inject
    public ProviderDays(
            Database database, DayBook book, CardProviders providers, JobRuns runs, Audit audit, Clock clock) {
        this.database = database;
        this.book = book;
        this.providers = providers;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProviderDays() {}

    /**
     * Asks for these days to be compared, again if they were compared before.
     *
     * @param until the last day
     * @return the run
     * @throws DomainException {@link RechargeError#INVALID_DAYS} naming the fields, {@link RechargeError#COMPARISON_RUNS}
     *     while another run of the provider is under way, {@code provider_not_found}
     */
    public UUID ask(Caller caller, UUID provider, LocalDate from, LocalDate until) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        new Violations()
                .check(!until.isBefore(from), "until", "before_start")
                .check(!until.isAfter(today()), "until", "future")
                .check(ChronoUnit.DAYS.between(from, until) < MOST_DAYS, "until", "too_many_days", MOST_DAYS)
                .raise(ComparisonError.INVALID_DAYS);
        providers.access(caller.asWorker(), provider);
        UUID run = insert(caller, new DayBook.Due(provider, from, until));
        audit.record(
                caller,
                Audit.Deed.of("provider.compare", "card-provider", provider)
                        .changing(null, Json.write(Map.of("from", from.toString(), "until", until.toString()))));
        return run;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private UUID insert(Caller caller, DayBook.Due days) {
        UUID id = Ids.next();
        int asked = database.sql()
                .createUpdate("""
                        insert into job_run (id, job, parameters, state, total, requested_by, requested_at)
                        values (:id, :job, :parameters::jsonb, 'requested', :total, :by, :now)
                        on conflict ((parameters ->> 'provider'))
                            where job = 'provider-comparison' and state in ('requested', 'running') do nothing
                        """)
                .bind("id", id)
                .bind("job", JOB)
                .bind(
                        "parameters",
                        Json.write(Map.of(
                                "provider",
                                days.providerId().toString(),
                                "from",
                                days.from().toString(),
                                "until",
                                days.until().toString())))
                .bind("total", ChronoUnit.DAYS.between(days.from(), days.until()) + 1)
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        if (asked == 0) {
            throw ComparisonError.COMPARISON_RUNS.now();
        }
        return id;
    }

    /** Stops a run at its next day; days that are compared stay. */
    public void cancel(Caller caller, UUID run) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        runs.cancel(caller, run);
        audit.record(caller, Audit.Deed.of("provider.compare-cancel", "job", run));
    }

    /**
     * Asks for the last days that were not compared yet.
     *
     * @param caller a worker
     * @return of how many providers
     */
    public int askDue(Caller caller) {
        int asked = 0;
        for (DayBook.Due due : book.due(caller, today().minusDays(BACK), today())) {
            insert(caller, due);
            asked++;
        }
        return asked;
    }
}
