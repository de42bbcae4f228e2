package dev.rialto.settlement;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The closing of a period, for workers. Who has a statement is told by the statements themselves, so that a second run, or
 * one that goes on after a crash, writes none twice.
 */
@Stateless
@Boundary
public class SettlementWork {
    /** The name of the job and of its runs. */
    public static final String JOB = "close-settlement";

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private PeriodBook periods;
    private StatementBook statements;
    private Settlements settlements;
    private JobRuns runs;

    @Inject
    public SettlementWork(PeriodBook periods, StatementBook statements, Settlements settlements, JobRuns runs) {
        this.periods = periods;
        this.statements = statements;
        this.settlements = settlements;
        this.runs = runs;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SettlementWork() {}

    /**
     * A run in hand.
     *
     * @param total parties that get a statement
     * @param done those that have one
     */
    public record Run(UUID id, String unit, UUID period, long total, long done) {}

    /** Whose statement it is: a seller, a site where it sold, and a currency. */
    public record Party(UUID tenantId, UUID siteId, String currency) {}

    /** Asks for the next period when the terms say so and it is over. */
    public void askWhenDue(Caller caller) {
        if (periods.terms().automatic()
                && periods.next(caller).filter(NextPeriod::over).isPresent()) {
            settlements.close(caller);
        }
    }

    /** A run that waits, or whose unit has fallen silent. */
    public Optional<UUID> claim(Caller caller, String unit) {
        return runs.claim(caller, JOB, unit, SILENCE).map(JobRunView::id);
    }

    /** The run of an execution that starts. */
    public Run open(Caller caller, UUID run, String unit) {
        UUID period = period(runs.view(caller, run));
        PeriodBook.Closing closing = periods.closing(period);
        long done = statements.count(period);
        long waiting = statements
                .waiting(closing, periods.end(caller, closing), Integer.MAX_VALUE)
                .size();
        return new Run(run, unit, period, done + waiting, done);
    }

    private static UUID period(JobRunView run) {
        Map<String, String> parameters = Json.read(run.parameters(), new TypeReference<>() {});
        return UUID.fromString(parameters.getOrDefault("period", ""));
    }

    /** Those who have no statement yet, the next so many, always in the same order. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Party> next(Caller caller, Run run, int limit) {
        PeriodBook.Closing closing = periods.closing(run.period());
        return statements.waiting(closing, periods.end(caller, closing), limit);
    }

    /**
     * Writes the statements of these, all or none.
     *
     * @return false when the run is to stop
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean close(Caller caller, Run run, List<Party> parties, long doneBefore) {
        PeriodBook.Closing closing = periods.closing(run.period());
        for (Party party : parties) {
            statements.write(caller, closing, periods.end(caller, closing), party);
        }
        return runs.progress(
                caller,
                new JobRuns.Progress(
                        run.id(),
                        run.unit(),
                        run.total(),
                        doneBefore + parties.size(),
                        0,
                        run.period().toString(),
                        List.of()));
    }

    /**
     * Ends a run: a period of which nobody is left is closed; one that was stopped goes on when it is asked for again.
     *
     * @param unit whose run it is; another unit's is not ended
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void end(Caller caller, Run run) {
        PeriodBook.Closing closing = periods.closing(run.period());
        boolean whole =
                statements.waiting(closing, periods.end(caller, closing), 1).isEmpty();
        if (!runs.beat(caller, run.id(), run.unit())
                && !runs.view(caller, run.id()).cancelRequested()) {
            return;
        }
        if (whole) {
            periods.closed(run.period());
        }
        runs.finish(
                caller,
                run.id(),
                whole ? JobRunView.State.COMPLETED : JobRunView.State.CANCELLED,
                Json.write(Map.of("statements", statements.count(run.period()))),
                null);
    }

    /** Ends a run that could not go on. */
    public void fail(Caller caller, UUID run, String why) {
        runs.finish(caller, run, JobRunView.State.FAILED, null, why);
    }
}
