package dev.rialto.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database's own log of what it executes, switched on while whole checkouts are watched. */
final class StatementLog implements AutoCloseable {
    private static final String PREFIX = "~session=";
    private static final Pattern LINE = Pattern.compile(
            "^~session=(\\S+) (LOG|DETAIL):  (?:execute [^:]+: |statement: |[Pp]arameters: )(.*)$", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')");
    private static final long SETTLE_MILLIS = 400;

    private final Path file;
    private final Connection superuser;

    StatementLog(Path file, Connection superuser) throws SQLException {
        this.file = file;
        this.superuser = superuser;
        change("alter system set log_line_prefix = '" + PREFIX + "%c '", "alter system set log_statement = 'all'");
    }

    /** Runs the work and tells what was executed meanwhile and shortly after. */
    List<Executed> watch(Work work) throws IOException, InterruptedException {
        long start = Files.size(file);
        work.run();
        Thread.sleep(SETTLE_MILLIS);
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return read(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** What is watched. */
    interface Work {
        void run() throws IOException;
    }

    /** The statements of a piece of log, each with its values. */
    static List<Executed> read(String log) {
        List<Executed> all = new ArrayList<>();
        for (String entry : log.split("\n(?=~session=)")) {
            Matcher line = LINE.matcher(entry.stripTrailing());
            if (line.matches()) {
                // the log begins the further lines of a text with a tab
                add(
                        all,
                        line.group(1),
                        line.group(2).equals("DETAIL"),
                        line.group(3).replace("\n\t", "\n"));
            }
        }
        return all;
    }

    private static void add(List<Executed> all, String session, boolean isDetail, String text) {
        if (!isDetail) {
            all.add(new Executed(session, text, List.of()));
            return;
        }
        int last = all.size() - 1;
        while (!all.get(last).session().equals(session)) {
            last--;
        }
        List<Optional<String>> values = new ArrayList<>();
        for (Matcher value = VALUE.matcher(text); value.find(); ) {
            values.add(Optional.ofNullable(value.group(1)).map(quoted -> quoted.replace("''", "'")));
        }
        all.set(last, new Executed(session, all.get(last).sql(), values));
    }

    private void change(String... statements) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("select pg_reload_conf(), pg_sleep(0.4)");
        }
    }

    @Override
    public void close() throws SQLException {
        change("alter system reset log_statement", "alter system reset log_line_prefix");
        superuser.close();
    }
}
