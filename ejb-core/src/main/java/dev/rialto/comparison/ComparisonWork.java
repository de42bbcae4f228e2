package dev.rialto.comparison;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.channel.CardProviders;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.recharge.CardCalls;
import dev.rialto.recharge.CardGateway;
import dev.rialto.recharge.RechargeError;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the job that compares days does; providers are asked outside any transaction. For the job alone (E36). */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComparisonWork {
    /** Three calls of a slow provider are no silence. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private DayBook book;
    private CardProviders providers;
    private JobRuns runs;

    @Inject
    CardCalls calls;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public ComparisonWork(DayBook book, CardProviders providers, JobRuns runs) {
        this.book = book;
        this.providers = providers;
        this.runs = runs;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ComparisonWork() {}

    /**
     * A run in the hands of a unit.
     *
     * @param done days that were compared when it was opened
     */
    public record Run(UUID id, String unit, UUID provider, LocalDate from, int days, int done) {}

    /** The next run for a unit, if there is one. */
    public Optional<UUID> claim(Caller worker, String unit) {
        return runs.claim(worker, ProviderDays.JOB, unit, SILENCE).map(JobRunView::id);
    }

    /** Opens a claimed run where it is. */
    public Run open(Caller worker, UUID run, String unit) {
        JobRunView view = runs.view(worker, run);
        Map<String, String> asked = Json.read(view.parameters(), new TypeReference<>() {});
        LocalDate from = LocalDate.parse(asked.getOrDefault("from", ""));
        LocalDate until = LocalDate.parse(asked.getOrDefault("until", ""));
        return new Run(
                run,
                unit,
                UUID.fromString(asked.getOrDefault("provider", "")),
                from,
                (int) (until.toEpochDay() - from.toEpochDay()) + 1,
                (int) view.done());
    }

    /**
     * Compares one day.
     *
     * @param number of the day in its run, from 0
     * @return false when the run is to stop: cancelled, taken over, or ended because the provider does not answer
     */
    public boolean compare(Caller worker, Run run, int number) {
        LocalDate date = run.from().plusDays(number);
        DayBook.Day day;
        try {
            day = asked(providers.access(worker, run.provider()), date);
        } catch (DomainException refused) {
            if (refused.code() != RechargeError.PROVIDER_UNREACHABLE) {
                throw refused;
            }
            end(worker, run, JobRunView.State.FAILED, refused.code().code());
            return false;
        }
        return book.keep(
                worker,
                run.provider(),
                day,
                new JobRuns.Progress(
                        run.id(), run.unit(), (long) run.days(), number + 1L, 0, date.toString(), List.of()));
    }

    private DayBook.Day asked(CardProviders.Access access, LocalDate date) {
        List<CardGateway.Booked> theirs = calls.booked(access, date);
        // what was asked for around midnight may stand in the day before or after
        Set<String> around = new HashSet<>();
        for (LocalDate near : List.of(date.minusDays(1), date.plusDays(1))) {
            calls.booked(access, near).forEach(row -> around.add(row.requestId()));
        }
        return new DayBook.Day(date, theirs, around);
    }

    /** Ends a run as it went; one that another unit has taken over is left to that unit. */
    public void end(Caller worker, Run run) {
        JobRunView view = runs.view(worker, run.id());
        if (view.done() >= run.days()) {
            end(worker, run, JobRunView.State.COMPLETED, null);
        } else if (view.cancelRequested()) {
            end(worker, run, JobRunView.State.CANCELLED, null);
        }
    }

    private void end(Caller worker, Run run, JobRunView.State state, @Nullable String message) {
        if (runs.isHeldBy(worker, run.id(), run.unit())) {
            runs.finish(worker, run.id(), state, null, message);
        }
    }

    /** Ends a run that broke off by a fault of ours. */
    public void fail(Caller worker, UUID run, String unit, String message) {
        if (runs.isHeldBy(worker, run, unit)) {
            runs.finish(worker, run, JobRunView.State.FAILED, null, message);
        }
    }
}
