package dev.rialto.audience;

import static dev.rialto.audience.AudienceFixture.OPERATOR;
import static dev.rialto.audience.AudienceFixture.WORKER;
import static dev.rialto.audience.AudienceFixture.born;
import static dev.rialto.audience.AudienceFixture.married;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreetingsIT {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @TempDir
    Path folder;

    private AudienceFixture shop;
    private Anniversaries anniversaries;
    private GreetingWork work;

    @BeforeEach
    void open() {
        shop = new AudienceFixture(folder);
        anniversaries = shop.mall.get(Anniversaries.class);
        work = shop.mall.get(GreetingWork.class);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> on(LocalDate day) {
        return anniversaries.on(OPERATOR, day).stream()
                .map(one -> one.name() + " " + one.occasion().key() + " " + one.years())
                .toList();
    }

    private GreetingWork.Run run(LocalDate day, String unit) {
        UUID id = Ids.next();
        shop.mall.execute(
                "insert into job_run (id, job, parameters, state, requested_at) values (?, 'greetings', ?::jsonb, 'requested', now())",
                id,
                "{\"on\": \"" + day + "\"}");
        return work.claim(WORKER, unit).orElseThrow();
    }

    /** What the batch job does, chunk by chunk. */
    private void greetAll(GreetingWork.Run run) {
        long done = 0;
        for (List<GreetingWork.Guest> guests = work.next(WORKER, run, 2);
                !guests.isEmpty();
                guests = work.next(WORKER, run, 2)) {
            if (!work.greet(WORKER, run, guests, done)) {
                return;
            }
            done += guests.size();
        }
        work.end(WORKER, run);
    }

    private List<String> recipients() {
        return List.of(shop.mall
                .value(
                        String.class,
                        "select coalesce(string_agg(p.name || ' ' || o.kind, ',' order by p.name), '') from mail m join outbox o on o.id = m.outbox_id join person p on p.account_id = o.subject_id")
                .split(","));
    }

    @Test
    @Tag("D76")
    void theDaysListHasBirthdaysAndWeddingDays() {
        shop.member("Ana", born("1990-06-15"), shop.site);
        shop.member("Bo", married("2010-06-15"), shop.site);
        shop.member("Cho", born("1990-06-16"), shop.site);
        shop.member("Born today", born("2026-06-15"), shop.site);
        assertThat(on(DAY)).containsExactly("Ana birthday 36", "Bo wedding 16");
        assertThat(on(DAY.plusDays(1))).containsExactly("Cho birthday 36");
    }

    @Test
    @Tag("D76")
    void aLeapDayIsKeptOnTheTwentyEighthInOtherYears() {
        shop.member("Leap", born("2000-02-29"), shop.site);
        shop.member("Eve", born("2000-02-28"), shop.site);
        shop.member("March", born("2000-03-01"), shop.site);
        assertThat(on(LocalDate.of(2027, 2, 28))).containsExactly("Eve birthday 27", "Leap birthday 27");
        assertThat(on(LocalDate.of(2028, 2, 28))).containsExactly("Eve birthday 28");
        assertThat(on(LocalDate.of(2028, 2, 29))).containsExactly("Leap birthday 28");
        assertThat(on(LocalDate.of(2027, 3, 1))).containsExactly("March birthday 27");
        assertThat(on(LocalDate.of(2100, 2, 28))).containsExactly("Eve birthday 100", "Leap birthday 100");
    }

    @Test
    @Tag("D77")
    void everybodyWhoAgreedIsMailedOnceHoweverOftenTheJobRuns() {
        UUID yes = shop.member("Yes", born("1990-06-15"), shop.site);
        UUID both = shop.member(
                "Both", new Traits(LocalDate.of(1990, 6, 15), null, LocalDate.of(2015, 6, 15), null, null), shop.site);
        UUID left = shop.member("Left", born("1990-06-15"), shop.site);
        shop.member("Silent", born("1990-06-15"), shop.site);
        shop.agreed(yes, true);
        shop.agreed(both, true);
        shop.agreed(left, true);
        shop.agreed(left, false);
        GreetingWork.Run run = run(DAY, "one");
        greetAll(run);
        assertThat(recipients())
                .containsExactlyInAnyOrder(
                        "Yes mail.greeting_birthday", "Both mail.greeting_birthday", "Both mail.greeting_wedding");
        greetAll(run);
        shop.mall.execute("delete from job_run");
        greetAll(run(DAY, "two"));
        assertThat(recipients()).hasSize(3);
        assertThat(anniversaries.on(OPERATOR, DAY))
                .extracting(one -> one.name() + " " + one.outcome())
                .contains("Yes mailed", "Left no_consent", "Silent no_consent");
    }

    @Test
    @Tag("D77")
    void aRunThatWasCutOffGoesOnWithoutDoubles() {
        for (int i = 0; i < 5; i++) {
            shop.agreed(shop.member("M" + i, born("1990-06-15"), shop.site), true);
        }
        GreetingWork.Run cutOff = run(DAY, "one");
        List<GreetingWork.Guest> first = work.next(WORKER, cutOff, 2);
        work.greet(WORKER, cutOff, first, 0);
        shop.mall.execute("update job_run set heartbeat_at = now() - interval '10 minutes'");
        GreetingWork.Run next = work.claim(WORKER, "two").orElseThrow();
        assertThat(work.greet(WORKER, cutOff, work.next(WORKER, cutOff, 1), 2)).isFalse();
        greetAll(next);
        assertThat(recipients()).hasSize(5).doesNotHaveDuplicates();
        JobRunView log = shop.mall.get(JobRuns.class).view(WORKER, next.id());
        assertThat(log.state()).isEqualTo(JobRunView.State.COMPLETED);
        assertThat(log.result()).contains("\"mailed\": 5");
    }

    @Test
    @Tag("D77")
    void theRunOfADayIsAskedForOnce() {
        java.time.ZoneId seoul = java.time.ZoneId.of("Asia/Seoul");
        dev.rialto.platform.MallClock clock = shop.mall.get(dev.rialto.platform.MallClock.class);
        java.time.ZonedDateTime now = java.time.ZonedDateTime.now(seoul);
        clock.advance(java.time.Duration.between(now, now.plusDays(1).with(java.time.LocalTime.of(7, 0))));
        work.askForToday(WORKER);
        assertThat(shop.mall.value(long.class, "select count(*) from job_run")).isZero();
        clock.advance(java.time.Duration.ofHours(2));
        work.askForToday(WORKER);
        work.askForToday(WORKER);
        assertThat(shop.mall.value(long.class, "select count(*) from job_run")).isEqualTo(1);
        clock.advance(java.time.Duration.ofDays(1));
        work.askForToday(WORKER);
        assertThat(shop.mall.value(long.class, "select count(*) from job_run")).isEqualTo(2);
    }

    @Test
    void theWayOutOfTheMailNeedsNoSignInAndNobodyElseCanWriteIt() {
        UUID account = shop.member("Yes", born("1990-06-15"), shop.site);
        shop.agreed(account, true);
        greetAll(run(DAY, "one"));
        String address = shop.mall.value(String.class, "select unsubscribe_at from mail");
        Matcher link = Pattern.compile("/unsubscribe/([\\w.]+)$").matcher(address);
        assertThat(link.find()).isTrue();
        Unsubscribing unsubscribing = shop.mall.get(Unsubscribing.class);
        unsubscribing.unsubscribe(WORKER, link.group(1));
        unsubscribing.unsubscribe(WORKER, link.group(1));
        assertThat(shop.mall.value(long.class, "select count(*) from consent where not given"))
                .isEqualTo(1);
        assertThat(anniversaries.on(OPERATOR, DAY).get(0).wantsNews()).isFalse();
        unsubscribing.resubscribe(WORKER, link.group(1));
        assertThat(anniversaries.on(OPERATOR, DAY).get(0).wantsNews()).isTrue();
        String forged = Ids.external("member", account) + "." + "0".repeat(32);
        assertThatThrownBy(() -> unsubscribing.unsubscribe(WORKER, forged)).hasMessageContaining("link_unknown");
        assertThatThrownBy(() -> unsubscribing.unsubscribe(WORKER, "nonsense")).hasMessageContaining("link_unknown");
    }
}
