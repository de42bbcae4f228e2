package dev.rialto.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.channel.CardProviders;
import dev.rialto.channel.ChannelFixture;
import dev.rialto.comparison.ComparisonWork;
import dev.rialto.comparison.DayLists;
import dev.rialto.comparison.ProviderDays;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.TestMall;
import dev.rialto.sandbox.CardSandbox;
import dev.rialto.sandbox.CardSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of the sandbox provider compared with ours. */
@Tag("E36")
class ComparisonIT {
    private static final Caller WORKER = Caller.worker("t");
    private static final Caller STRANGER = Caller.anonymous("t");
    private static final String KEY = "key-of-sixteen-letters";
    private static final String SECRET = "secret-of-sixteen-letters";

    @TempDir
    static Path folder;

    static TestMall mall;
    static RechargeFixture fixture;
    static CardSandbox sandbox;
    static UUID channel;

    @BeforeAll
    static void open() throws Exception {
        sandbox = CardSandbox.start(new CardSettings("127.0.0.1", 0, folder.resolve("cards.jsonl"), KEY, SECRET, ""));
        mall = TestMall.empty(folder, FakeCards.class);
        fixture = new RechargeFixture(mall);
        channel = fixture.channels.channel;
    }

    @AfterAll
    static void close() {
        mall.close();
        sandbox.close();
    }

    @BeforeEach
    void theSandboxIsTheProvider() {
        mall.execute("delete from throttle");
        reach(sandbox.url());
    }

    private static void reach(String url) {
        String name =
                mall.value(String.class, "select name from card_provider where id = ?", fixture.channels.provider);
        mall.get(CardProviders.class)
                .save(
                        ChannelFixture.operator(),
                        new CardProviders.Save(name, "Video Plus", "sandbox", url, "{}", KEY, SECRET));
    }

    private static RechargeView redeem(String account) {
        RechargeWish wish = fixture.wish(channel, fixture.code(channel).text());
        RechargeWish named = new RechargeWish(
                channel, null, wish.clientKey(), "Kim", wish.contact(), account, wish.proof(), wish.code(), null, null);
        return mall.get(Recharges.class).redeem(STRANGER, named);
    }

    @Test
    void aDayIsComparedAsEqualOursOnlyAndTheirsOnly() {
        redeem("equal.account");
        RechargeView ours = redeem("only.ours");
        mall.execute("update recharge_request set provider_number = 'RC-other' where id = ?", ours.id());
        RechargeView theirs = redeem("lose.theirs");
        mall.execute("update recharge_request set state = 'failed', next_at = null where id = ?", theirs.id());
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        DayLists lists = mall.get(DayLists.class);
        DayLists.Comparison day = compared(today);
        assertThat(day.equalCount()).isPositive();
        assertThat(lists.lines(ChannelFixture.operator(), day, null, null, 200).items())
                .extracting(line -> line.requestId() + " " + line.side())
                .contains(ours.id() + " DIFFERS", theirs.id() + " THEIRS_ONLY");
        assertThat(lists.lines(ChannelFixture.operator(), day, DayLists.Side.EQUAL, null, 200)
                        .items())
                .hasSize(day.equalCount());
        assertThat(compared(today).equalCount()).isEqualTo(day.equalCount());
        assertThatThrownBy(() -> lists.runs(ChannelFixture.owner(channel), null, 10))
                .isInstanceOf(DomainException.class);
    }

    private static DayLists.Comparison compared(LocalDate day) {
        asked(day, day);
        finish("whole");
        return mall.get(DayLists.class).day(ChannelFixture.operator(), fixture.channels.provider, day);
    }

    private static UUID asked(LocalDate from, LocalDate until) {
        return mall.get(ProviderDays.class).ask(ChannelFixture.operator(), fixture.channels.provider, from, until);
    }

    private static ComparisonWork.Run taken(String unit) {
        ComparisonWork work = mall.get(ComparisonWork.class);
        return work.open(WORKER, work.claim(WORKER, unit).orElseThrow(), unit);
    }

    private static int finish(String unit) {
        ComparisonWork work = mall.get(ComparisonWork.class);
        ComparisonWork.Run run = taken(unit);
        int day = run.done();
        while (day < run.days() && work.compare(WORKER, run, day)) {
            day++;
        }
        work.end(WORKER, run);
        return run.done();
    }

    private static DayLists.Run latest() {
        return mall.get(DayLists.class)
                .runs(ChannelFixture.operator(), fixture.channels.provider, 1)
                .get(0);
    }

    @Test
    void aComparisonThatDiedGoesOnWhereItWasAndItsFirstUnitWritesNoMore() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        UUID id = asked(today.minusDays(2), today);
        assertThatThrownBy(() -> asked(today, today)).hasMessageContaining("comparison_runs");
        ComparisonWork work = mall.get(ComparisonWork.class);
        ComparisonWork.Run dying = taken("dying");
        assertThat(work.compare(WORKER, dying, 0)).isTrue();
        assertThat(latest().percent()).isEqualTo(33);
        mall.execute("update job_run set heartbeat_at = heartbeat_at - interval '1 hour' where id = ?", id);
        assertThat(finish("second")).as("days that were compared already").isEqualTo(1);
        assertThat(work.compare(WORKER, dying, 1)).isFalse();
        assertThat(latest().state()).isEqualTo(JobRunView.State.COMPLETED);
        assertThat(latest().done()).isEqualTo(3);
    }

    @Test
    void aComparisonIsStoppedAtItsNextDayAndKeepsWhatIsCompared() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        UUID id = asked(today.minusDays(9), today.minusDays(7));
        ComparisonWork work = mall.get(ComparisonWork.class);
        ComparisonWork.Run run = taken("stopped");
        assertThat(work.compare(WORKER, run, 0)).isTrue();
        mall.get(ProviderDays.class).cancel(ChannelFixture.operator(), id);
        assertThat(work.compare(WORKER, run, 1)).isFalse();
        work.end(WORKER, run);
        assertThat(latest().state()).isEqualTo(JobRunView.State.CANCELLED);
        assertThat(mall.get(DayLists.class)
                        .days(
                                ChannelFixture.operator(),
                                new DayLists.Filter(
                                        fixture.channels.provider,
                                        today.minusDays(9),
                                        today.minusDays(7),
                                        false,
                                        null,
                                        10))
                        .items())
                .extracting(DayLists.Comparison::day)
                .containsExactly(today.minusDays(8), today.minusDays(9));
    }

    @Test
    void aProviderThatDoesNotAnswerEndsTheRunWithAReasonAndWrongDaysAreRefused() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        reach("http://127.0.0.1:1");
        asked(today, today);
        finish("lonely");
        assertThat(latest().state()).isEqualTo(JobRunView.State.FAILED);
        assertThat(latest().message()).isEqualTo("provider_unreachable");
        assertThatThrownBy(() -> asked(today, today.minusDays(1))).hasMessageContaining("before_start");
        assertThatThrownBy(() -> asked(today, today.plusDays(1))).hasMessageContaining("future");
        assertThatThrownBy(() -> asked(today.minusDays(92), today)).hasMessageContaining("too_many_days");
    }
}
