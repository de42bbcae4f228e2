package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The truth about background work. Console, API and schedule request, watch and cancel here; the worker claims a run,
 * beats its heart and ends it. A run whose heart stopped is claimed again and goes on at its checkpoint.
 */
@Stateless
@Boundary
public class JobRuns {
    private static final String COLUMNS = """
            id, job, tenant_id, parameters::text as parameters, upper(state) as state, cancel_requested, total, done,
            failed, checkpoint, result::text as result, message, requested_at, started_at, finished_at
            """;

    private Database database;
    private Clock clock;

    @Inject
    public JobRuns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected JobRuns() {}

    /** Asks for a run; the caller's tenant owns it. */
    public UUID request(Caller caller, String job, String parameters) {
        UUID id = Ids.next();
        database.sql()
                .createUpdate("""
                        insert into job_run (id, job, tenant_id, parameters, state, requested_by, requested_at)
                        values (:id, :job, :tenant, :parameters::jsonb, 'requested', :account, :now)
                        """)
                .bind("id", id)
                .bind("job", job)
                .bind("tenant", caller.tenant())
                .bind("parameters", parameters)
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
        return id;
    }

    /**
     * One run.
     *
     * @throws DomainException {@link PlatformError#JOB_NOT_FOUND}
     */
    public JobRunView view(Caller caller, UUID run) {
        return database.sql()
                .createQuery("select " + COLUMNS + " from job_run where id = :id")
                .bind("id", run)
                .mapTo(JobRunView.class)
                .findOne()
                .orElseThrow(PlatformError.JOB_NOT_FOUND::now);
    }

    /** The latest runs of a job that the caller may see, newest first. */
    public List<JobRunView> latest(Caller caller, String job, int limit) {
        return database.sql()
                .createQuery("select " + COLUMNS
                        + " from job_run where job = :job order by requested_at desc, id limit :limit")
                .bind("job", job)
                .bind("limit", limit)
                .mapTo(JobRunView.class)
                .list();
    }

    /** What the run could not take, from a number on. */
    public List<JobError> errors(Caller caller, UUID run, int after, int limit) {
        return database.sql()
                .createQuery("""
                        select number, line, column_name, code, value, severity from job_error
                        where run_id = :run and number > :after order by number limit :limit
                        """)
                .bind("run", run)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(JobError.class)
                .list();
    }

    /**
     * Asks a run to stop; it ends at its next chunk and keeps what is done.
     *
     * @throws DomainException {@link PlatformError#JOB_ENDED}
     */
    public void cancel(Caller caller, UUID run) {
        int changed = database.sql()
                .createUpdate("""
                        update job_run set cancel_requested = true,
                            state = case when state = 'requested' then 'cancelled' else state end,
                            finished_at = case when state = 'requested' then :now else finished_at end
                        where id = :id and state in ('requested', 'running')
                        """)
                .bind("id", run)
                .bind("now", clock.instant())
                .execute();
        if (changed == 0) {
            view(caller, run);
            throw PlatformError.JOB_ENDED.now();
        }
    }

    /** The next run of a job for this unit: a requested one, or one whose unit has fallen silent for so long. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<JobRunView> claim(Caller caller, String job, String unit, Duration silence) {
        return database.sql()
                .createQuery("""
                        update job_run set state = 'running', unit = :unit, heartbeat_at = :now,
                            started_at = coalesce(started_at, :now)
                        where id = (
                            select id from job_run
                            where job = :job and (state = 'requested' or (state = 'running' and heartbeat_at < :silentSince))
                            order by requested_at limit 1 for update skip locked)
                        returning
                        """ + COLUMNS)
                .bind("job", job)
                .bind("unit", unit)
                .bind("now", clock.instant())
                .bind("silentSince", clock.instant().minus(silence))
                .mapTo(JobRunView.class)
                .findOne();
    }

    /**
     * Tells how far the run is, in the transaction of the work it tells of.
     *
     * @return false when the run is to stop: cancelled, or taken over by another unit
     */
    public boolean progress(Caller caller, Progress progress) {
        report(progress);
        return database.sql()
                .createQuery("""
                        update job_run set total = coalesce(:total, total), done = :done, failed = :failed,
                            checkpoint = :checkpoint, heartbeat_at = :now
                        where id = :run and unit = :unit and state = 'running' returning not cancel_requested
                        """)
                .bindMethods(progress)
                .bind("now", clock.instant())
                .mapTo(boolean.class)
                .findOne()
                .orElse(false);
    }

    /**
     * Says that the unit is alive while a step takes long.
     *
     * @return false when the run is to stop: cancelled, or taken over by another unit
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean beat(Caller caller, UUID run, String unit) {
        return database.sql()
                .createQuery("""
                        update job_run set heartbeat_at = :now
                        where id = :run and unit = :unit and state = 'running' returning not cancel_requested
                        """)
                .bind("run", run)
                .bind("unit", unit)
                .bind("now", clock.instant())
                .mapTo(boolean.class)
                .findOne()
                .orElse(false);
    }

    /** Is the run still this unit's own to end? */
    public boolean isHeldBy(Caller caller, UUID run, String unit) {
        return database.sql()
                .createQuery("select true from job_run where id = :run and unit = :unit and state = 'running'")
                .bind("run", run)
                .bind("unit", unit)
                .mapTo(boolean.class)
                .findOne()
                .orElse(false);
    }

    private void report(Progress progress) {
        if (progress.errors().isEmpty()) {
            return;
        }
        PreparedBatch rows = database.sql().prepareBatch("""
                        insert into job_error (run_id, number, tenant_id, line, column_name, code, value, severity)
                        select :run, :number, tenant_id, :line, :columnName, :code, :value, :severity
                        from job_run where id = :run
                        on conflict do nothing
                        """);
        for (JobError error : progress.errors()) {
            rows.bind("run", progress.run()).bindMethods(error).add();
        }
        rows.execute();
    }

    /** Ends a run. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void finish(
            Caller caller, UUID run, JobRunView.State state, @Nullable String result, @Nullable String message) {
        database.sql()
                .createUpdate("""
                        update job_run set state = :state, result = :result::jsonb, message = :message, finished_at = :now
                        where id = :run and state = 'running'
                        """)
                .bind("run", run)
                .bind("state", state.stored())
                .bind("result", result)
                .bind("message", message)
                .bind("now", clock.instant())
                .execute();
    }

    /**
     * A step of a run.
     *
     * @param done items done since the beginning
     * @param errors found since the last step
     */
    public record Progress(
            UUID run,
            String unit,
            @Nullable Long total,
            long done,
            long failed,
            String checkpoint,
            List<JobError> errors) {
        public Progress {
            errors = List.copyOf(errors);
        }
    }
}
