package dev.rialto.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The whole page: figures, machine and how it was measured. */
final class Report {
    private static final String FINDINGS = "## What was found";
    private static final String PAGE = """
            # Benchmark

            `java -jar ear/benchmark/target/benchmark.jar`, run on %s.

            %s
            %s

            CPU is the processor time of server and database together for each request, statements those of the
            application for each; begin, commit and the tenancy call are not counted. Memory at the end: server %,d MiB
            resident, database %,d MiB.

            ## How

            One `rialto.jar` with its own database, 10,000 goods of three variants in 20 storefronts, four languages, two
            currencies. Eight clients with kept connections on the same machine, each asking as soon as it has its answer.
            Every workload runs until the rate of three windows of six seconds is level within 5 %%; then all take turns
            five times, and the medians are shown. An answer that is not what it should be ends the run.

            W5 is a guest's whole purchase of one piece: product page, cart, details, confirmation, the sandbox gateway's card
            page, and the order's page at the end. In W6 200 such guests want the 50 pieces there are, all at once.

            `hello` is a constant answer of W1's size behind the same listener, filters and token check, without a database.
            `raw` is, for each order, as many hello calls as the purchase makes requests, the gateway's calls (opening,
            card page, card), and the SQL of the purchase in the same transactions by plain JDBC against the same database.
            That SQL is not written down anywhere: before the run two guests buy the same goods, the database logs what it
            executes, and what differs between the two (ids, keys, times) is new for each order; what only one of them had
            to read, because the other found it in memory, is left out.

            A share is taken of the medians of the same run, whose workloads take turns, so that other work on the machine
            meets all of them alike.

            ## The machine

            %s
            Other work: the load over the last 1, 5 and 15 minutes was %s before the run and %s after it.
            """;

    private Report() {}

    /** @param loadBefore the machine's load averages before the run */
    static String of(String table, String lines, Meter meter, String loadBefore) throws IOException {
        return PAGE.formatted(
                LocalDate.now(ZoneOffset.UTC),
                table,
                lines,
                meter.serverMemory(),
                meter.databaseMemory(),
                machine(),
                loadBefore,
                load());
    }

    /** The machine's load averages. */
    static String load() throws IOException {
        return String.join(
                ", ",
                List.of(Files.readString(Path.of("/proc/loadavg")).split(" ")).subList(0, 3));
    }

    /** Keeps what people wrote below the figures. */
    static String withFindings(String page, Path file) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        int findings = before.indexOf(FINDINGS);
        return findings < 0 ? page : page + "\n" + before.substring(findings);
    }

    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", "");
        return Runtime.getRuntime().availableProcessors() + " × " + processor + ", "
                + Long.parseLong(memory) / (1 << 20)
                + " GiB, " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version();
    }
}
