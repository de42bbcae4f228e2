package dev.rialto.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.MallClock;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookRetryIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final List<String> GOODS = List.of("goods.changed");

    @TempDir
    static Path folder;

    static Receiver receiver;
    static ServerSocket silent;
    static ShopFixture shop;
    static Endpoints endpoints;
    static DispatchLog log;
    static Courier courier;
    static Caller owner;

    @BeforeAll
    static void aShopAGoodReceiverAndASilentOne() throws Exception {
        receiver = new Receiver();
        silent = new ServerSocket(0);
        System.setProperty("rialto.outgoing.allow", receiver.place() + ",127.0.0.1:" + silent.getLocalPort());
        shop = ShopFixture.open(folder);
        endpoints = shop.mall.get(Endpoints.class);
        log = shop.mall.get(DispatchLog.class);
        courier = shop.mall.get(Courier.class);
        owner = Caller.tenant(shop.first, null, Set.of("credential.edit"), "test");
    }

    @AfterAll
    static void close() throws Exception {
        shop.close();
        receiver.close();
        silent.close();
        System.clearProperty("rialto.outgoing.allow");
    }

    @AfterEach
    void withoutEndpoints() {
        shop.mall.execute("delete from webhook_endpoint");
        receiver.forget();
    }

    private static UUID listen(String url) {
        return endpoints.add(owner, new EditEndpoint(url, "", GOODS)).endpointId();
    }

    private static void deliver() {
        while (courier.deliverDue(WORKER, Runnable::run) > 0) {
            // each turn serves what is due
        }
    }

    private static void later(Duration step) {
        shop.mall.get(MallClock.class).advance(step);
    }

    @Test
    void aFailedTryIsMadeAgainLaterUnderTheSameId() {
        UUID id = listen(receiver.url());
        receiver.answer(500);
        UUID test = endpoints.test(owner, id);
        deliver();
        assertThat(log.one(owner, id, test).dispatch().lastError()).isEqualTo("status_500");
        deliver();
        assertThat(receiver.got()).hasSize(1);

        later(Duration.ofSeconds(6));
        receiver.answer(204);
        deliver();

        assertThat(receiver.got()).hasSize(2);
        assertThat(receiver.got().get(1).header("webhook-id"))
                .isEqualTo(receiver.got().get(0).header("webhook-id"));
        assertThat(log.one(owner, id, test).attempts()).hasSize(2);
        assertThat(endpoints.one(owner, id).failures()).isZero();
    }

    @Test
    void isTriedOverDaysAndThenGivenUpUntilSomebodyReplaysIt() {
        UUID id = listen(receiver.url());
        receiver.answer(503);
        UUID test = endpoints.test(owner, id);
        for (int i = 0; i < 12 && !state(id, test).equals("given_up"); i++) {
            deliver();
            later(Duration.ofHours(24).plusMinutes(1));
        }
        deliver();
        assertThat(state(id, test)).isEqualTo("given_up");
        assertThat(log.one(owner, id, test).attempts()).hasSizeGreaterThanOrEqualTo(5);

        receiver.answer(204);
        assertThat(log.replayGivenUp(owner, id)).isEqualTo(1);
        deliver();
        assertThat(state(id, test)).isEqualTo("done");
    }

    private static String state(UUID endpoint, UUID dispatch) {
        return log.one(owner, endpoint, dispatch).dispatch().state();
    }

    @Test
    void anEndpointThatKeepsFailingRestsAndIsProbedWithOne() {
        UUID id = listen(receiver.url());
        receiver.answer(500);
        IntStream.range(0, 10).forEach(i -> shop.variant(1_000, 1));
        deliver();
        assertThat(receiver.got()).hasSize(3);
        assertThat(endpoints.one(owner, id).restingUntil()).isNotNull();
        assertThat(endpoints.one(owner, id).waiting()).isEqualTo(10);

        later(Duration.ofSeconds(31));
        deliver();
        assertThat(receiver.got()).hasSize(4);

        receiver.answer(204);
        later(Duration.ofMinutes(10));
        deliver();
        assertThat(endpoints.one(owner, id).waiting()).isZero();
        assertThat(endpoints.one(owner, id).restingUntil()).isNull();
    }

    @Test
    void aSilentReceiverDelaysOnlyItself() throws Exception {
        listen("http://127.0.0.1:" + silent.getLocalPort() + "/");
        UUID good = listen(receiver.url());
        IntStream.range(0, 20).forEach(i -> shop.variant(1_000, 1));
        ExecutorService threads = Executors.newCachedThreadPool();

        courier.deliverDue(WORKER, threads);
        try (Socket held = silent.accept()) {
            // the silent one has its request and says nothing: the other gets all of its news meanwhile
            org.assertj.core.api.Assertions.assertThat(held.isConnected()).isTrue();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(12);
            while (receiver.got().size() < 20 && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(receiver.got()).hasSize(20);
            assertThat(held.isClosed()).isFalse();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(endpoints.one(owner, good).waiting()).isZero();
    }

    @Test
    void aReceiverThatIsGoneIsPausedUntilItsOwnerSaysGoOn() {
        UUID id = listen(receiver.url());
        receiver.answer(410);
        endpoints.test(owner, id);
        deliver();
        assertThat(endpoints.one(owner, id).pausedBecause()).isEqualTo("gone");
        later(Duration.ofDays(1));
        deliver();
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void aReceiverMayAskForALongerPause() {
        UUID id = listen(receiver.url());
        receiver.answer(429);
        endpoints.test(owner, id);
        deliver();
        later(Duration.ofMinutes(9));
        deliver();
        assertThat(receiver.got()).hasSize(1);
        later(Duration.ofMinutes(2));
        deliver();
        assertThat(receiver.got()).hasSize(2);
    }

    @Test
    void twoWorkersSendNothingTwice() throws Exception {
        UUID id = listen(receiver.url());
        IntStream.range(0, 40).forEach(i -> shop.variant(1_000, 1));
        Courier second = shop.mall.get(Courier.class);
        List<Thread> workers = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> second.deliverDue(WORKER, Runnable::run)))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        deliver();
        assertThat(receiver.got()).hasSize(40);
        assertThat(receiver.got().stream().map(got -> got.header("webhook-id"))).doesNotHaveDuplicates();
        assertThat(endpoints.one(owner, id).waiting()).isZero();
    }

    @Test
    void theOldSecretEndsAfterADay() {
        UUID id = listen(receiver.url());
        endpoints.rotate(owner, id, 1);
        later(Duration.ofHours(25));
        endpoints.test(owner, id);
        deliver();
        assertThat(receiver.got().get(0).header("webhook-signature")).doesNotContain(" ");
        assertThat(endpoints.one(owner, id).previousUntil()).isNull();
    }

    @Test
    void whatWasSettledLongAgoIsRemoved() {
        UUID id = listen(receiver.url());
        endpoints.test(owner, id);
        deliver();
        later(Duration.ofDays(31));
        assertThat(shop.mall.get(Dispatches.class).sweep(WORKER, 100)).isEqualTo(1);
        assertThat(log.list(owner, id, "", "", 10).items()).isEmpty();
    }
}
