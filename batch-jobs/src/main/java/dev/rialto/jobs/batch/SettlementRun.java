package dev.rialto.jobs.batch;

import dev.rialto.kernel.Caller;
import dev.rialto.settlement.SettlementWork;
import dev.rialto.settlement.SettlementWork.Party;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The statements of a period while an execution of the batch job works on them. */
final class SettlementRun {
    /** As many as a chunk of the job, so that a chunk is written before the next ones are looked for. */
    static final int AT_ONCE = 10;

    private final SettlementWork work;
    private final Caller worker;
    private final SettlementWork.Run run;
    private final Queue<Party> waiting = new ArrayDeque<>();
    private long done;
    private boolean stopped;
    private boolean last;

    SettlementRun(SettlementWork work, Caller worker, SettlementWork.Run run) {
        this.work = work;
        this.worker = worker;
        this.run = run;
        this.done = run.done();
    }

    SettlementWork.Run run() {
        return run;
    }

    @Nullable
    Party next() {
        if (waiting.isEmpty() && !stopped && !last) {
            List<Party> found = work.next(worker, run, AT_ONCE);
            // a chunk that is not full is not written yet: asked again, the same ones would be found
            last = found.size() < AT_ONCE;
            waiting.addAll(found);
        }
        return stopped ? null : waiting.poll();
    }

    void close(List<Party> parties) {
        if (!stopped) {
            stopped = !work.close(worker, run, parties, done);
            done += parties.size();
        }
    }
}
