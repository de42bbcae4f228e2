package dev.rialto.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code java -cp ear/benchmark/target/benchmark.jar dev.rialto.benchmark.Recharging [seconds per run]}: recharges at the
 * sandbox provider against what they cannot do without, and against a crowd that tries wrong codes meanwhile.
 */
public final class Recharging implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final double AIM = 0.5;
    private static final double CROWD = 0.3;
    private static final double SENT = 0.95;
    private static final double TAIL = 2;
    private static final int ELSEWHERE = 1 << 20;
    private static final Duration WARM_LIMIT = Duration.ofSeconds(Long.getLong("warm.seconds", 60));

    private final MeasuredMall mall;
    private final Duration run;
    private final Load load;
    private final Load one;
    private final CardShop shop;
    private final Gateway gateway;

    private Recharging(MeasuredMall mall, Duration run) throws Exception {
        this.mall = mall;
        this.run = run;
        this.load = new Load(mall.meter(), CLIENTS);
        this.one = new Load(mall.meter(), 1);
        this.shop = new CardShop(mall).open(2 * CLIENTS);
        this.gateway = new Gateway(mall.port(), "api.localhost:" + mall.port());
    }

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(System.getProperty("rialto.jar", "ear/launcher/target/rialto.jar"))
                .toAbsolutePath();
        Duration run = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 8);
        Map<String, String> settings = Map.of(
                "RIALTO_DEMO", "true", "RIALTO_PROXIES", "127.0.0.1", "RIALTO_RECHARGE_PROOFS_PER_ADDRESS", "1000");
        say("The load over the last 1, 5 and 15 minutes: " + Report.load());
        try (MeasuredMall mall = MeasuredMall.start(jar, settings)) {
            try (Recharging recharging = new Recharging(mall, run)) {
                recharging.measure();
            }
            mall.discard();
        }
        say("The load at the end: " + Report.load());
    }

    private void measure() throws Exception {
        try (Connection database = mall.database()) {
            Seed.plant(database);
        }
        gateway.open();
        Load.Workload hello = gateway.hello(RawRecharge.HELLO_BYTES);
        Load.Workload wrong = () -> new Guess(shop, new Wire(mall.port()), ELSEWHERE, ELSEWHERE);
        try (RawRecharge raw = new RawRecharge(mall, shop, gateway).watch(CLIENTS)) {
            say("raw is, for each recharge, " + raw.line());
            List<Figures> medians = medians(List.of(hello, raw.workload(), shop.recharges(), wrong));
            say("hello: " + line(medians.get(0)));
            say("raw: " + line(medians.get(1)));
            say("recharges: " + line(medians.get(2)));
            say("wrong codes: " + line(medians.get(3)));
            double share = medians.get(2).perSecond() / medians.get(1).perSecond();
            say(judged("recharges are %.2f × raw, aim %.1f", share, AIM, share >= AIM));
            crowd(medians.get(0).perSecond() * CROWD);
        }
    }

    private List<Figures> medians(List<Load.Workload> turns) throws Exception {
        List<List<Figures>> runs = new ArrayList<>();
        for (Load.Workload turn : turns) {
            load.warm(turn, WARM_LIMIT);
            runs.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < turns.size(); i++) {
                runs.get(i).add(load.run(turns.get(i), run));
            }
        }
        return runs.stream().map(Figures::median).toList();
    }

    /** Right codes one after the other, alone and amid so many wrong ones a second, by turns. */
    private void crowd(double wanted) throws Exception {
        List<Double> shares = new ArrayList<>();
        double sent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double alone = Figures.p95Millis(one.nanos(shop.recharges(), run));
            Crowd crowd = new Crowd(shop, mall.port(), wanted);
            double amid = Figures.p95Millis(one.nanos(shop.recharges(), run));
            crowd.end();
            shares.add(amid / alone);
            sent += crowd.tries() / (double) run.toSeconds() / ROUNDS;
            say(String.format(
                    Locale.ROOT,
                    "right codes: p95 %.1f ms alone, %.1f ms amid %d wrong ones, %d of them beyond the limit of tries",
                    alone,
                    amid,
                    crowd.tries(),
                    crowd.tooMany()));
        }
        double share = shares.stream().sorted().toList().get(ROUNDS / 2);
        say(String.format(Locale.ROOT, "%.0f wrong codes a second, %.0f wanted", sent, wanted));
        say(judged("p95 is %.2f × alone, aim %.0f", share, TAIL, share < TAIL && sent >= SENT * wanted));
    }

    private static String judged(String words, double share, double aim, boolean isMet) {
        return String.format(Locale.ROOT, words, share, aim) + (isMet ? " met" : " missed");
    }

    private static String line(Figures figures) {
        return String.format(
                Locale.ROOT,
                "%.0f a second, p50 %.1f ms, p99 %.1f ms, %.1f ms of processor time, %.1f statements",
                figures.perSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.cpuMillis(),
                figures.statements());
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() throws SQLException {
        shop.close();
    }
}
