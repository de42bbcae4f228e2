package dev.rialto.jobs.batch;

import dev.rialto.audience.GreetingWork;
import dev.rialto.audience.GreetingWork.Guest;
import dev.rialto.kernel.Caller;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The greetings of a day while an execution of the batch job works on them. */
final class GreetingRun {
    /** As many as a chunk of the job, so that a chunk is written before the next ones are looked for. */
    static final int AT_ONCE = 100;

    private final GreetingWork work;
    private final Caller worker;
    private final GreetingWork.Run run;
    private final Queue<Guest> waiting = new ArrayDeque<>();
    private long done;
    private boolean stopped;

    GreetingRun(GreetingWork work, Caller worker, GreetingWork.Run run) {
        this.work = work;
        this.worker = worker;
        this.run = run;
        this.done = run.done();
    }

    GreetingWork.Run run() {
        return run;
    }

    @Nullable
    Guest next() {
        if (waiting.isEmpty() && !stopped) {
            waiting.addAll(work.next(worker, run, AT_ONCE));
        }
        return stopped ? null : waiting.poll();
    }

    void greet(List<Guest> guests) {
        if (!stopped) {
            stopped = !work.greet(worker, run, guests, done);
            done += guests.size();
        }
    }
}
