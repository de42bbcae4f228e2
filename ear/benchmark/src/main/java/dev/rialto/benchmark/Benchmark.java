package dev.rialto.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code java -jar ear/benchmark/target/benchmark.jar [seconds per run] [workload …]} measures {@code
 * ear/launcher/target/rialto.jar} and writes {@code ear/BENCHMARK.md} when all workloads ran.
 */
public final class Benchmark {
    private static final int ROUNDS = 5;
    private static final int CLIENTS = 8;
    private static final int CROWD = 64;
    private static final double TAIL = 5;
    private static final String CROWDED = "W1c goods list, " + CROWD + " clients";
    private static final Duration WARM_LIMIT = Duration.ofSeconds(Long.getLong("warm.seconds", 60));
    private static final Map<String, Double> AIMS = Map.of(
            "W1 goods list JSON", 0.6,
            "W1b goods list unchanged", 0.7,
            "W2 goods JSON", 0.6,
            "W3 search JSON", 0.3,
            "W4 goods page HTML", 0.3,
            "W5 guest checkout", 0.5);
    private static final String HELLO = "hello constant JSON";
    private static final String RAW = "raw bare checkout";

    private final MeasuredMall mall;
    private final Meter meter;
    private final Load load;
    private final Load crowd;
    private final Duration run;

    private Benchmark(MeasuredMall mall, Duration run) throws Exception {
        this.mall = mall;
        this.meter = mall.meter();
        this.load = new Load(meter, CLIENTS);
        this.crowd = new Load(meter, CROWD);
        this.run = run;
    }

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(System.getProperty("rialto.jar", "ear/launcher/target/rialto.jar"))
                .toAbsolutePath();
        Duration run = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 8);
        List<String> only = List.of(args).stream().skip(1).toList();
        String loadBefore = Report.load();
        try (MeasuredMall mall = MeasuredMall.start(jar)) {
            say("The mall is open; it is filled with 10,000 goods");
            String report = new Benchmark(mall, run).report(only, loadBefore);
            say(report);
            if (only.isEmpty()) {
                Path page = Path.of("ear/BENCHMARK.md");
                Files.writeString(page, Report.withFindings(report, page));
            }
            mall.discard();
        }
    }

    private String report(List<String> only, String loadBefore) throws Exception {
        Gateway gateway = new Gateway(mall.port(), "api.localhost:" + mall.port());
        Map<String, Load.Workload> workloads = workloads(gateway);
        if (!only.isEmpty()) {
            workloads.keySet().removeIf(name -> only.stream().noneMatch(name::startsWith));
        }
        Map<String, Figures> figures = medians(gateway, workloads);
        Map<String, String> references = figures.keySet().stream()
                .filter(name -> name.startsWith("W"))
                .collect(Collectors.toMap(name -> name, name -> name.startsWith("W5") ? RAW : HELLO));
        List<String> lines = new ArrayList<>();
        Optional.ofNullable(figures.get(CROWDED)).map(Benchmark::tail).ifPresent(lines::add);
        if (only.isEmpty() || only.contains("RLS")) {
            lines.add(RowSecurity.watched(mall, gateway).line());
        }
        if (only.isEmpty() || only.contains("W6")) {
            lines.add(new Rush(mall).run().line());
        }
        return Report.of(Table.of(figures, references, AIMS), String.join("\n\n", lines), meter, loadBefore);
    }

    private Map<String, Load.Workload> workloads(Gateway gateway) throws Exception {
        List<String> words;
        try (Connection database = mall.database()) {
            Seed.plant(database);
            words = Seed.words(database);
        }
        gateway.open();
        Pages pages = new Pages(mall.port());
        Map<String, Load.Workload> workloads = new LinkedHashMap<>();
        int helloBytes = gateway.sizeOfList();
        workloads.put(HELLO, gateway.hello(helloBytes));
        workloads.put("W1 goods list JSON", gateway.list());
        workloads.put("W1b goods list unchanged", gateway.unchangedList());
        workloads.put(CROWDED, gateway.list());
        workloads.put("W2 goods JSON", gateway.goods());
        workloads.put("W3 search JSON", gateway.search(words));
        workloads.put("W4 goods page HTML", pages.goods());
        workloads.put("W4b list page HTML", pages.list());
        workloads.put(RAW, raw(gateway, helloBytes));
        workloads.put("W5 guest checkout", () -> new Shopper(mall.port()));
        return workloads;
    }

    private Load.Workload raw(Gateway gateway, int helloBytes) throws Exception {
        Raw raw = new Raw(mall, gateway, helloBytes).watch(CLIENTS);
        say("raw is, for each order, " + raw.line());
        return raw.workload();
    }

    private Map<String, Figures> medians(Gateway gateway, Map<String, Load.Workload> workloads) throws Exception {
        for (Map.Entry<String, Load.Workload> one : workloads.entrySet()) {
            gateway.open();
            Duration spent = clients(one.getKey()).warm(one.getValue(), WARM_LIMIT);
            say("Level after " + spent.toSeconds() + " s: " + one.getKey());
        }
        Map<String, List<Figures>> runs = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (Map.Entry<String, Load.Workload> one : workloads.entrySet()) {
                gateway.open();
                Figures figures = clients(one.getKey()).run(one.getValue(), run);
                runs.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(figures);
                say("Round " + round + ", " + one.getKey() + ": " + Math.round(figures.perSecond()) + "/s");
            }
        }
        Map<String, Figures> medians = new LinkedHashMap<>();
        runs.forEach((name, all) -> medians.put(name, Figures.median(all)));
        return medians;
    }

    private Load clients(String workload) {
        return workload.equals(CROWDED) ? crowd : load;
    }

    private static String tail(Figures crowded) {
        double tail = crowded.p99Millis() / crowded.p50Millis();
        return String.format(
                Locale.ROOT,
                "%d clients: p99 is %.1f × p50, aim %.0f %s",
                CROWD,
                tail,
                TAIL,
                tail <= TAIL ? "met" : "missed");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
