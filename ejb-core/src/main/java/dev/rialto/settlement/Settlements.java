package dev.rialto.settlement;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The terms, the periods, and the wish to close one. */
@Stateless
@Boundary
public class Settlements {
    private static final int MOST = 200;
    private static final UUID TERMS = new UUID(0, 1);

    private PeriodBook periods;
    private JobRuns runs;
    private Audit audit;

    @Inject
    public Settlements(PeriodBook periods, JobRuns runs, Audit audit) {
        this.periods = periods;
        this.runs = runs;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Settlements() {}

    /** The terms; needs {@code settlement.view}. */
    public SettlementTerms terms(Caller caller) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return periods.terms();
    }

    /**
     * Changes the terms for periods that are begun from now on.
     *
     * @param caller an operator with {@code settlement.close}
     * @throws DomainException {@link SettlementError#SETTLEMENT_INVALID}, {@link SettlementError#SETTLEMENT_CHANGED}
     */
    public void change(Caller caller, SettlementTerms terms) {
        Permissions.require(caller, Permissions.SETTLEMENT_CLOSE);
        terms.check();
        SettlementTerms before = periods.terms();
        if (!periods.save(terms)) {
            throw SettlementError.SETTLEMENT_CHANGED.because("version", "stale");
        }
        audit.record(
                caller,
                Audit.Deed.of("settlement.terms", "settlement_terms", TERMS)
                        .changing(Json.write(before), Json.write(terms)));
    }

    /** The periods that were begun, the latest first. */
    public List<SettlementPeriod> periods(Caller caller) {
        Permissions.require(caller, Permissions.SETTLEMENT_VIEW);
        return periods.list(MOST);
    }

    /** The period that is closed next, or goes on being closed; empty before anything was sold. */
    public Optional<NextPeriod> next(Caller caller) {
        Permissions.require(caller, Permissions.SETTLEMENT_CLOSE);
        return periods.next(caller);
    }

    /**
     * Asks for the next period to be closed. One that is being closed is not asked for again: its run is told.
     *
     * @param caller an operator with {@code settlement.close}, or a worker
     * @return the run
     * @throws DomainException {@link SettlementError#PERIOD_NOT_OVER}
     */
    public UUID close(Caller caller) {
        Permissions.require(caller, Permissions.SETTLEMENT_CLOSE);
        NextPeriod next =
                periods.next(caller).filter(NextPeriod::over).orElseThrow(SettlementError.PERIOD_NOT_OVER::now);
        UUID period = periods.begin(caller, next);
        PeriodBook.Asked asked = periods.ask(caller, period);
        if (asked.made()) {
            audit.record(
                    caller,
                    Audit.Deed.of("settlement.close", "settlement_period", period)
                            .changing(
                                    null,
                                    Json.write(Map.of(
                                            "from", next.fromOn().toString(),
                                            "until", next.untilOn().toString()))));
        }
        return asked.run();
    }

    /** One run; needs {@code settlement.close}. */
    public JobRunView run(Caller caller, UUID run) {
        Permissions.require(caller, Permissions.SETTLEMENT_CLOSE);
        return runs.view(caller, run);
    }

    /**
     * Stops a run; what is closed stays closed, and the period can be asked for again.
     *
     * @throws DomainException the platform's {@code job_ended}
     */
    public void cancel(Caller caller, UUID run) {
        Permissions.require(caller, Permissions.SETTLEMENT_CLOSE);
        runs.cancel(caller, run);
        audit.record(caller, Audit.Deed.of("settlement.cancel", "job_run", run));
    }
}
