package dev.rialto.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    static TestMall mall;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    @Test
    void aRunIsClaimedOnceAndAgainWhenItsUnitFallsSilent() {
        JobRuns runs = mall.get(JobRuns.class);
        UUID run = runs.request(WORKER, "claimed", "{}");
        assertThat(runs.claim(WORKER, "claimed", "one", MINUTE))
                .map(JobRunView::id)
                .contains(run);
        assertThat(runs.claim(WORKER, "claimed", "two", MINUTE)).isEmpty();
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        assertThat(runs.claim(WORKER, "claimed", "two", MINUTE))
                .map(JobRunView::id)
                .contains(run);
        assertThat(runs.progress(WORKER, step(run, "one", 1))).isFalse();
    }

    @Test
    void aCancelledRunIsToldAtItsNextStep() {
        JobRuns runs = mall.get(JobRuns.class);
        UUID run = runs.request(WORKER, "cancelled", "{}");
        runs.claim(WORKER, "cancelled", "one", MINUTE);
        assertThat(runs.progress(WORKER, step(run, "one", 1))).isTrue();
        runs.cancel(WORKER, run);
        assertThat(runs.progress(WORKER, step(run, "one", 2))).isFalse();
        runs.finish(WORKER, run, JobRunView.State.CANCELLED, null, null);
        assertThat(runs.view(WORKER, run).state()).isEqualTo(JobRunView.State.CANCELLED);
        assertThat(runs.errors(WORKER, run, 0, 10)).extracting(JobError::number).containsExactly(1, 2);
        assertThatThrownBy(() -> runs.cancel(WORKER, run)).hasMessage("job_ended");
    }

    private static JobRuns.Progress step(UUID run, String unit, int number) {
        JobError error = new JobError(number, 7L, "Price", "negative", "-1", "error");
        return new JobRuns.Progress(run, unit, 10L, number, number, "line " + number, List.of(error));
    }

    @Test
    void theSecondRequestUnderAKeyGetsTheFirstOutcome() {
        Idempotency idempotency = mall.get(Idempotency.class);
        Idempotency.Claim claim = new Idempotency.Claim("scope", "key", "hash", MINUTE);
        assertThat(idempotency.claim(WORKER, claim)).isEmpty();
        assertThatThrownBy(() -> idempotency.claim(WORKER, claim)).hasMessage("still_running");
        idempotency.done(WORKER, claim, new Idempotency.Outcome(201, "order"));
        assertThat(idempotency.claim(WORKER, claim)).isEqualTo(Optional.of(new Idempotency.Outcome(201, "order")));
        assertThatThrownBy(() -> idempotency.claim(WORKER, new Idempotency.Claim("scope", "key", "another", MINUTE)))
                .isInstanceOf(DomainException.class)
                .hasMessage("idempotency_key_reused");
    }

    @Test
    void triesAreCountedPerWindow() {
        Throttle throttle = mall.get(Throttle.class);
        assertThat(throttle.count(WORKER, "a", MINUTE)).isEqualTo(1);
        assertThat(throttle.count(WORKER, "a", MINUTE)).isEqualTo(2);
        assertThat(throttle.count(WORKER, "b", MINUTE)).isEqualTo(1);
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        assertThat(throttle.count(WORKER, "a", MINUTE)).isEqualTo(1);
    }

    @Test
    void whatIsSealedOpensOnlyUnchanged() {
        MasterKey key = mall.get(MasterKey.class);
        byte[] sealed = key.seal(new byte[] {1, 2, 3});
        assertThat(key.open(sealed)).containsExactly(1, 2, 3);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDeedIsWrittenWithWhoAndWhy() {
        UUID subject = Ids.next();
        mall.inTransaction(() -> {
            mall.get(Database.class).become(Identity.of(WORKER));
            mall.get(Audit.class)
                    .record(
                            WORKER,
                            Audit.Deed.of("seller.approve", "seller", subject).because("papers seen"));
            return null;
        });
        assertThat(mall.value(String.class, "select reason from audit where subject_id = ?", subject.toString()))
                .isEqualTo("papers seen");
    }
}
