package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import java.time.Duration;

/** A piece of work that comes round again and again. */
public interface RecurringTask {

    /** How long to rest between two turns. */
    Duration pause();

    /**
     * One turn.
     *
     * @param worker the caller to work as
     */
    void run(Caller worker);
}
