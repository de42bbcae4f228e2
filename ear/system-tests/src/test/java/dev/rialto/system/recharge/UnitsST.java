package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import dev.rialto.system.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two units with all modules behind the balancer of the deployment files, one of which dies while people recharge. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnitsST {
    /** It ends a unit that the others need; starting one costs most of the time here. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final String HOST = "cards.localhost";
    private static final Mall MALL = Mall.running();
    private static final AtomicInteger VISITORS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static int port;
    private static Unit one;
    private static Unit other;
    private static Balancer balancer;
    private static Channel cardpoint;

    /** A person who has a code to redeem and a verification code that was mailed. */
    private record Viewer(Channel channel, String code, String account, String contact, String proof) {
        Http.Answer redeem() {
            return channel.redeem(code, account, contact, proof);
        }
    }

    @BeforeAll
    static void twoUnitsBehindABalancer() throws Exception {
        requireBalancer();
        port = Rialto.freePort();
        List<Unit> units = Unit.both(
                () -> Unit.whole(MALL, folder.resolve("one"), "north", port),
                () -> Unit.whole(MALL, folder.resolve("other"), "south", port));
        one = units.get(0);
        other = units.get(1);
        balancer = Balancer.start(port, one.port(), other.port(), folder.resolve("balancer.log"));
        cardpoint = Channel.cardpoint();
        Waiting.until(Duration.ofSeconds(60), () -> units(20).equals(Set.of("north", "south")));
    }

    private static void requireBalancer() {
        if (Balancer.isHere()) {
            return;
        }
        String missing = "NO HAPROXY on this machine: units behind a balancer cannot be tried";
        if (Boolean.parseBoolean(System.getenv("RIALTO_REQUIRE_BROWSER"))) {
            throw new AssertionError(missing);
        }
        System.err.println("*** " + missing + " and are skipped ***");
        Assumptions.abort(missing);
    }

    @AfterAll
    static void endThem() {
        for (AutoCloseable part : new AutoCloseable[] {balancer, one, other}) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("E6")
    @Tag("E7")
    void oneAddressSharesTheRequestsAmongUnitsAndTheLogShowsBoth() throws Exception {
        assertThat(units(10)).containsExactlyInAnyOrder("north", "south");
        StringBuilder log = new StringBuilder();
        for (String code : cardpoint.codes(4)) {
            Viewer viewer = viewer(one.port(), code, "shared.viewer");
            String page = page(visitor(port).redeem(code, viewer.account(), viewer.contact(), viewer.proof()));
            log.append(cardpoint
                    .console
                    .get(page.replace("/recharge/", "/recharges/"))
                    .text());
        }
        assertThat(log).contains(">north<", ">south<");
    }

    @Test
    @Tag("E8")
    @Tag("E14")
    void eachUnitAloneRechargesAndTheOtherKnowsIt() throws Exception {
        List<String> codes = cardpoint.codes(2);
        String first = recharged(viewer(one.port(), codes.get(0), "north.viewer"));
        String second = recharged(viewer(other.port(), codes.get(1), "south.viewer"));
        assertThat(visitor(other.port()).shop.get(first).text()).contains("Recharged");
        assertThat(visitor(one.port()).shop.get(second).text()).contains("Recharged");
        assertThat(viewer(other.port(), codes.get(0), "again.viewer").redeem().status())
                .isEqualTo(422);
        assertThat(recharges("again.viewer")).isZero();
    }

    @Test
    @Tag("E24")
    void oneCodeSentAHundredTimesAtOnceToBothUnitsRechargesOnce() throws Exception {
        String code = cardpoint.codes(1).get(0);
        List<Viewer> viewers = viewers(Collections.nCopies(100, code), "crowd");
        List<Http.Answer> answers = atOnce(
                20,
                viewers.stream()
                        .<Callable<Http.Answer>>map(viewer -> viewer::redeem)
                        .toList());
        assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(99);
        long done = 0;
        for (Viewer viewer : viewers) {
            done += recharges(viewer.account());
        }
        assertThat(done).isEqualTo(1);
    }

    @Test
    @Order(LAST)
    @Tag("E9")
    void aUnitThatDiesUnderLoadLosesNoRequestAndNothingIsRechargedTwice() throws Exception {
        try {
            endUnderLoad("killed", other::kill);
        } finally {
            other.startAgain();
        }
        Waiting.until(Duration.ofSeconds(60), () -> units(20).equals(Set.of("north", "south")));
        endUnderLoad("stopped", other::stop);
    }

    private static void endUnderLoad(String name, Runnable end) throws Exception {
        List<Viewer> viewers = viewers(cardpoint.codes(24), name);
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        List<Future<Http.Answer>> answers = new ArrayList<>();
        for (Viewer viewer : viewers) {
            answers.add(crowd.submit(viewer::redeem));
        }
        answers.get(5).get();
        end.run();
        for (int number = 0; number < viewers.size(); number++) {
            Http.Answer answer = answers.get(number).get();
            assertThat(answer.status()).as(number + ": " + answer).isEqualTo(303);
            awaitRecharge(page(answer));
            assertThat(recharges(viewers.get(number).account()))
                    .as(viewers.get(number).account())
                    .isEqualTo(1);
        }
        crowd.shutdown();
    }

    private static void awaitRecharge(String page) throws Exception {
        Waiting.until(
                Duration.ofSeconds(90),
                () -> visitor(port).shop.get(page).text().contains("Recharged"));
    }

    private static String recharged(Viewer viewer) throws Exception {
        Http.Answer done = viewer.redeem();
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        awaitRecharge(page(done));
        return page(done);
    }

    private static String page(Http.Answer done) {
        return done.header("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** A viewer for each code. All of them wait for their mails together. */
    private static List<Viewer> viewers(List<String> codes, String name) throws Exception {
        List<Callable<Viewer>> coming = new ArrayList<>();
        for (String code : codes) {
            String account = name + "." + coming.size() + ".viewer";
            coming.add(() -> viewer(port, code, account));
        }
        return atOnce(20, coming);
    }

    private static <T> List<T> atOnce(int threads, List<Callable<T>> calls) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : crowd.invokeAll(calls)) {
            answers.add(answer.get());
        }
        crowd.shutdown();
        return answers;
    }

    private static Channel visitor(int at) {
        int number = VISITORS.incrementAndGet();
        return cardpoint.at(HOST, at, port, "198.51." + number / 200 + "." + (1 + number % 200));
    }

    private static Viewer viewer(int at, String code, String account) throws Exception {
        Channel channel = visitor(at);
        String contact = Channel.contact();
        return new Viewer(channel, code, account, contact, channel.proof(contact));
    }

    private static Set<String> units(int calls) {
        Set<String> units = new HashSet<>();
        for (int call = 0; call < calls; call++) {
            visitor(port).shop.get("/recharge").header("Rialto-Unit").ifPresent(units::add);
        }
        return units;
    }

    /** How often the provider recharged this account; its journal is a line for each thing it did. */
    private static long recharges(String account) throws IOException {
        try (var lines = Files.lines(MALL.data().resolve("sandbox").resolve("cards.jsonl"))) {
            return lines.filter(line -> line.contains("\"recharged\"") && line.contains("\"" + account + "\""))
                    .count();
        }
    }
}
