package dev.rialto.cardcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.channel.CardStock;
import dev.rialto.channel.ChannelFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.TestMall;
import dev.rialto.recharge.CodeText;
import dev.rialto.recharge.FakeCards;
import dev.rialto.recharge.RechargeFixture;
import dev.rialto.recharge.RechargeView;
import dev.rialto.recharge.RechargeWish;
import dev.rialto.recharge.Recharges;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeBatchesIT {
    private static final Caller WORKER = Caller.worker("t");
    private static final String PASSWORD = "a password of the channel";

    @TempDir
    static Path folder;

    static TestMall mall;
    static RechargeFixture fixture;
    static CodeBatches batches;
    static BatchWork work;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder, FakeCards.class);
        fixture = new RechargeFixture(mall);
        batches = mall.get(CodeBatches.class);
        work = mall.get(BatchWork.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static UUID channel(long cards) {
        UUID channel = fixture.channels.stranger();
        fixture.channels.cards(channel, cards);
        return channel;
    }

    /** As the job does it, from where the batch is. */
    private static void make(UUID run, String unit, int chunk) {
        BatchWork.Run open = work.open(WORKER, run, unit);
        int made = open.made();
        boolean goesOn = true;
        while (goesOn && made < open.quantity()) {
            int count = Math.min(chunk, open.quantity() - made);
            goesOn = work.make(WORKER, open, made, count);
            made += count;
        }
        work.end(WORKER, open);
    }

    private static UUID made(UUID channel, int quantity) {
        UUID batch = batches.ask(ChannelFixture.owner(channel), fixture.channels.product, quantity, "spring");
        make(work.claim(WORKER, "u1").orElseThrow(), "u1", 40);
        return batch;
    }

    private static List<String> unzipped(byte[] zip, String password) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), password.toCharArray())) {
            LocalFileHeader header = in.getNextEntry();
            assertThat(header.getAesExtraDataRecord().getAesKeyStrength()).isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",")[2]).toList();
        }
    }

    @Test
    @Tag("E17")
    void aHundredCardsGiveAHundredCodesAndTheNextIsRefused() throws Exception {
        UUID channel = channel(100);
        Caller owner = ChannelFixture.owner(channel);
        UUID batch = made(channel, 100);
        assertThatThrownBy(() -> batches.ask(owner, fixture.channels.product, 1, ""))
                .hasMessageContaining("cards_short");
        assertThat(mall.value(
                        Long.class,
                        "select count(*) from recharge_code where tenant_id = ? and state = 'created'",
                        channel))
                .isEqualTo(100);
        List<String> codes = unzipped(batches.export(owner, batch, PASSWORD), PASSWORD);
        assertThat(codes).hasSize(100).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> assertThat(CodeText.read(code)).isPresent());
        RechargeWish wish = fixture.wish(channel, codes.get(0));
        assertThat(mall.get(Recharges.class).redeem(Caller.anonymous("t"), wish).state())
                .isEqualTo(RechargeView.State.DONE);
    }

    @Test
    @Tag("E17")
    void twentyAtOnceNeverMakeMoreCodesThanThereAreCards() throws Exception {
        UUID channel = channel(50);
        Caller owner = ChannelFixture.owner(channel);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            results.add(threads.submit(() -> {
                try {
                    batches.ask(owner, fixture.channels.product, 7, "");
                    return true;
                } catch (DomainException refused) {
                    return false;
                }
            }));
        }
        int taken = 0;
        for (Future<Boolean> result : results) {
            taken += result.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(taken).isEqualTo(7);
        assertThat(fixture.channels.count("free", channel)).isEqualTo(1);
        mall.execute("update job_run set state = 'cancelled' where state = 'requested'");
    }

    @Test
    void aRunThatDiedGoesOnWhereItWasAndTwoAtOnceMakeNothingTwice() throws Exception {
        UUID channel = channel(100);
        UUID batch = batches.ask(ChannelFixture.owner(channel), fixture.channels.product, 100, "");
        UUID run = work.claim(WORKER, "first").orElseThrow();
        BatchWork.Run first = work.open(WORKER, run, "first");
        assertThat(work.make(WORKER, first, 0, 30)).isTrue();
        assertThat(work.claim(WORKER, "second")).isEmpty();
        mall.execute("update job_run set heartbeat_at = now() - interval '5 minutes' where id = ?", run);
        assertThat(work.claim(WORKER, "second")).contains(run);
        BatchWork.Run second = work.open(WORKER, run, "second");
        assertThat(second.made()).isEqualTo(30);
        assertThat(work.make(WORKER, second, 30, 30)).isTrue();
        assertThat(work.make(WORKER, first, 30, 30)).isFalse();
        make(run, "second", 40);
        BatchView view = batches.view(ChannelFixture.owner(channel), batch);
        assertThat(view.state()).isEqualTo(BatchState.MADE);
        assertThat(mall.value(Long.class, "select count(distinct number) from recharge_code where batch_id = ?", batch))
                .isEqualTo(100);
    }

    @Test
    void aRunThatBrokeOffIsSeenAndGoesOnWhereItWas() {
        UUID channel = channel(100);
        Caller owner = ChannelFixture.owner(channel);
        UUID batch = brokenOff(channel);
        assertThat(batches.view(owner, batch).state()).isEqualTo(BatchState.FAILED);
        batches.resume(owner, batch);
        make(work.claim(WORKER, "u2").orElseThrow(), "u2", 40);
        assertThat(batches.view(owner, batch).state()).isEqualTo(BatchState.MADE);
        assertThat(batches.view(owner, batch).made()).isEqualTo(100);
        assertThatThrownBy(() -> batches.resume(owner, batch)).hasMessageContaining("batch_state");
    }

    private static UUID brokenOff(UUID channel) {
        UUID batch = batches.ask(ChannelFixture.owner(channel), fixture.channels.product, 100, "");
        UUID run = work.claim(WORKER, "u1").orElseThrow();
        work.make(WORKER, work.open(WORKER, run, "u1"), 0, 30);
        work.fail(WORKER, run, "another unit", "boom");
        assertThat(batches.view(ChannelFixture.owner(channel), batch).state()).isEqualTo(BatchState.MAKING);
        work.fail(WORKER, run, "u1", "boom");
        return batch;
    }

    @Test
    void aRunThatBrokeOffIsEndedAndItsOtherCardsAreFreeAgain() {
        UUID channel = channel(100);
        batches.cancel(ChannelFixture.owner(channel), brokenOff(channel));
        assertThat(fixture.channels.count("free", channel)).isEqualTo(70);
    }

    @Test
    void aCancelledRunKeepsWhatWasMadeAndFreesTheOtherCards() {
        UUID channel = channel(100);
        Caller owner = ChannelFixture.owner(channel);
        UUID batch = batches.ask(owner, fixture.channels.product, 100, "");
        UUID run = work.claim(WORKER, "u1").orElseThrow();
        BatchWork.Run open = work.open(WORKER, run, "u1");
        work.make(WORKER, open, 0, 25);
        batches.cancel(owner, batch);
        assertThat(work.make(WORKER, open, 25, 25)).isFalse();
        work.end(WORKER, open);
        assertThat(batches.view(owner, batch).quantity()).isEqualTo(50);
        assertThat(fixture.channels.count("free", channel)).isEqualTo(50);
    }

    @Test
    @Tag("E33")
    void onceTheExportIsConfirmedNobodyReadsTheCodesAgain() throws Exception {
        UUID channel = channel(5);
        Caller owner = ChannelFixture.owner(channel);
        UUID batch = made(channel, 5);
        assertThatThrownBy(() -> batches.confirm(owner, batch)).hasMessageContaining("batch_state");
        assertThatThrownBy(() -> batches.export(owner, batch, "short")).hasMessageContaining("password");
        List<String> first = unzipped(batches.export(owner, batch, PASSWORD), PASSWORD);
        assertThat(unzipped(batches.export(owner, batch, PASSWORD), PASSWORD)).isEqualTo(first);
        assertThat(new String(batches.labels(owner, batch), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        batches.confirm(owner, batch);
        assertThatThrownBy(() -> batches.export(owner, batch, PASSWORD)).hasMessageContaining("batch_state");
        assertThat(mall.value(
                        Long.class,
                        "select count(*) from recharge_code c join code_batch b on b.id = c.batch_id "
                                + "where b.id = ? and (c.sealed is not null or b.sealed_key is not null)",
                        batch))
                .isZero();
    }

    @Test
    void aLargeBatchNeedsASecondPerson() {
        UUID channel = channel(2000);
        Caller owner = ChannelFixture.owner(channel);
        UUID batch = batches.ask(owner, fixture.channels.product, 1001, "");
        assertThat(batches.view(owner, batch).state()).isEqualTo(BatchState.AWAITS_APPROVAL);
        assertThat(work.claim(WORKER, "u1")).isEmpty();
        assertThatThrownBy(() -> batches.approve(owner, batch)).hasMessageContaining("second_person_needed");
        batches.approve(ChannelFixture.owner(channel), batch);
        make(work.claim(WORKER, "u1").orElseThrow(), "u1", 500);
        assertThat(batches.view(owner, batch).state()).isEqualTo(BatchState.MADE);
        UUID other = batches.ask(owner, fixture.channels.product, 999, "");
        batches.cancel(owner, other);
        mall.execute("update job_run set state = 'cancelled' where state = 'requested'");
    }

    @Test
    @Tag("E19")
    @Tag("E35")
    void aSubChannelSeesAndExportsOnlyItsOwnCodes() {
        UUID channel = channel(10);
        UUID batch = made(channel, 10);
        UUID below = fixture.channels.open(channel, "Below " + channel);
        assertThat(batches.list(ChannelFixture.owner(below), null, 10).items()).isEmpty();
        assertThatThrownBy(() -> batches.export(ChannelFixture.owner(below), batch, PASSWORD))
                .hasMessageContaining("batch_not_found");
        assertThat(mall.get(CodeBook.class)
                        .list(ChannelFixture.owner(below), new CodeBook.Filter(null, null, batch, null, null, 10))
                        .items())
                .isEmpty();
        assertThat(mall.get(CodeBook.class)
                        .list(ChannelFixture.owner(channel), new CodeBook.Filter(null, null, batch, null, null, 50))
                        .items())
                .hasSize(10);
    }

    @Test
    @Tag("E11")
    void aBatchIsTakenOutOfUseAndItsCardsAreFreeAgain() {
        UUID channel = channel(10);
        Caller owner = ChannelFixture.owner(channel);
        UUID batch = made(channel, 10);
        assertThat(mall.get(CardStock.class).movements(owner, channel, null, 1).items())
                .singleElement()
                .satisfies(coded -> assertThat(coded.reference()).isEqualTo(batch.toString()))
                .satisfies(coded -> assertThat(coded.about()).isEqualTo("batch"));
        assertThat(batches.takeOut(owner, batch, "misprinted")).isEqualTo(10);
        assertThat(batches.takeOut(owner, batch, "misprinted")).isZero();
        assertThat(fixture.channels.count("free", channel)).isEqualTo(10);
    }

    @Test
    @Tag("E11")
    void codesHandedOverByTheProviderAreGoodAndWrongLinesAreNamed() {
        UUID channel = channel(10);
        Caller owner = ChannelFixture.owner(channel);
        assertThatThrownBy(() ->
                        batches.handOver(owner, fixture.channels.product, "PROV-0000-0001\nshort\nprov00000001\n"))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("line.2", "line.3"));
        assertThatThrownBy(() -> batches.handOver(owner, fixture.channels.product, " \n"))
                .hasMessageContaining("empty");
        batches.handOver(owner, fixture.channels.product, "PROV-0000-0001\r\nPROV-0000-0002\r\n");
        assertThat(fixture.channels.count("coded", channel)).isEqualTo(2);
        assertThatThrownBy(() -> batches.handOver(owner, fixture.channels.product, "PROV-0000-0003\nPROV-0000-0002"))
                .hasMessageContaining("known_codes");
        assertThat(fixture.channels.count("coded", channel)).isEqualTo(2);
        RechargeWish wish = fixture.wish(channel, "prov 0000 0001");
        assertThat(mall.get(Recharges.class).redeem(Caller.anonymous("t"), wish).state())
                .isEqualTo(RechargeView.State.DONE);
    }
}
