package dev.rialto.jobs.batch;

import dev.rialto.cardcode.BatchWork;
import dev.rialto.kernel.Caller;
import org.jspecify.annotations.Nullable;

/** A batch of codes while an execution of the job makes them. */
final class CodeMaking {
    private final BatchWork work;
    private final Caller worker;
    private final BatchWork.Run run;
    private int read;
    private int made;
    private boolean stopped;

    CodeMaking(BatchWork work, Caller worker, BatchWork.Run run) {
        this.work = work;
        this.worker = worker;
        this.run = run;
        this.read = run.made();
        this.made = run.made();
    }

    BatchWork.Run run() {
        return run;
    }

    /** The number of the next code; null when there are enough, or the run is to stop. */
    @Nullable
    Integer next() {
        return stopped || read >= run.quantity() ? null : ++read;
    }

    void make(int count) {
        if (!stopped) {
            stopped = !work.make(worker, run, made, count);
            made += count;
        }
    }
}
