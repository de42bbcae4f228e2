package dev.rialto.jobs.batch;

import dev.rialto.comparison.ComparisonWork;
import dev.rialto.kernel.Caller;
import org.jspecify.annotations.Nullable;

/** The days of a provider while an execution of the job compares them. */
final class DayComparing {
    private final ComparisonWork work;
    private final Caller worker;
    private final ComparisonWork.Run run;
    private int read;
    private boolean stopped;

    DayComparing(ComparisonWork work, Caller worker, ComparisonWork.Run run) {
        this.work = work;
        this.worker = worker;
        this.run = run;
        this.read = run.done();
    }

    ComparisonWork.Run run() {
        return run;
    }

    /** The number of the next day; null when all are compared, or the run is to stop. */
    @Nullable
    Integer next() {
        return stopped || read >= run.days() ? null : read++;
    }

    void compare(int day) {
        if (!stopped) {
            stopped = !work.compare(worker, run, day);
        }
    }
}
