package dev.rialto.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * {@code java -cp ear/benchmark/target/benchmark.jar dev.rialto.benchmark.CodeMaking [codes]}: recharge codes generated and
 * stored by the job, against COPY of the very same rows into empty tables with the same indexes and checks.
 */
public final class CodeMaking {
    private static final double AIM = 0.3;
    private static final long LEVEL_MIB = 64;
    private static final List<String> TABLES = List.of("recharge_code", "code_event");

    private final MeasuredMall mall;
    private final Meter meter;
    private final int codes;
    private final List<Long> memory = new ArrayList<>();

    private CodeMaking(MeasuredMall mall, int codes) throws Exception {
        this.mall = mall;
        this.meter = mall.meter();
        this.codes = codes;
    }

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(System.getProperty("rialto.jar", "ear/launcher/target/rialto.jar"))
                .toAbsolutePath();
        int codes = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Map<String, String> settings = Map.of("RIALTO_DEMO", "true", "RIALTO_CODE_FOUR_EYES_ABOVE", "10000000");
        try (MeasuredMall mall = MeasuredMall.start(jar, settings)) {
            System.out.println(new CodeMaking(mall, codes).report());
            mall.discard();
        }
    }

    private String report() throws Exception {
        try (Connection database = mall.superuser();
                Statement statement = database.createStatement()) {
            statement.execute("update card_stock set bought = bought + " + 2L * codes);
            seconds(Math.max(1000, codes / 20), statement);
            memory.clear();
            double made = seconds(codes, statement);
            double copied = copy(database.unwrap(PGConnection.class).getCopyAPI(), statement);
            return line(made, copied);
        }
    }

    /** The time of the job itself, as it is kept with its run. */
    private double seconds(int quantity, Statement statement) throws Exception {
        try (ChannelOwner owner = new ChannelOwner(mall)) {
            owner.ask(quantity);
        }
        return finish(statement);
    }

    private double finish(Statement statement) throws Exception {
        while (true) {
            memory.add(meter.serverMemory());
            try (ResultSet run = statement.executeQuery("""
                    select state, extract(epoch from finished_at - started_at) from job_run where job = 'recharge-codes'
                    order by requested_at desc limit 1
                    """)) {
                run.next();
                if (run.getString(1).equals("completed")) {
                    return run.getDouble(2);
                }
                if (!run.getString(1).matches("requested|running")) {
                    throw new IllegalStateException("the job " + run.getString(1));
                }
            }
            Thread.sleep(250);
        }
    }

    /** The rows of the last batch into tables of the same form, in one transaction. */
    private double copy(CopyManager copying, Statement statement) throws IOException, SQLException {
        Path codesFile = Files.createTempFile("codes", ".copy");
        Path eventsFile = Files.createTempFile("events", ".copy");
        String batch = "(select id from code_batch order by asked_at desc limit 1)";
        out(copying, codesFile, "select * from recharge_code where batch_id = " + batch);
        out(
                copying,
                eventsFile,
                "select e.* from code_event e join recharge_code c on c.id = e.code_id where c.batch_id = " + batch);
        for (String table : TABLES) {
            statement.execute("create table copied_" + table + " (like " + table + " including all)");
        }
        long start = System.nanoTime();
        statement.execute("begin");
        in(copying, codesFile, "recharge_code");
        in(copying, eventsFile, "code_event");
        statement.execute("commit");
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(codesFile);
        Files.delete(eventsFile);
        return seconds;
    }

    private static void in(CopyManager copying, Path file, String table) throws IOException, SQLException {
        try (var bytes = Files.newInputStream(file)) {
            copying.copyIn("copy copied_" + table + " from stdin", bytes);
        }
    }

    private static void out(CopyManager copying, Path file, String sql) throws IOException, SQLException {
        try (var bytes = Files.newOutputStream(file)) {
            copying.copyOut("copy (" + sql + ") to stdout", bytes);
        }
    }

    private String line(double made, double copied) {
        long first = memory.get(memory.size() / 4);
        long last = memory.get(memory.size() - 1);
        double share = copied / made;
        return String.format(
                Locale.ROOT,
                "%,d codes: made and stored in %.1f s (%,.0f a second), the same rows by COPY in %.1f s: %.2f × COPY, aim %.1f"
                        + " %s; server memory %d MiB after a quarter of it, %d MiB at the end, %s",
                codes,
                made,
                codes / made,
                copied,
                share,
                AIM,
                share >= AIM ? "met" : "missed",
                first,
                last,
                last - first <= LEVEL_MIB ? "flat" : "not flat");
    }
}
