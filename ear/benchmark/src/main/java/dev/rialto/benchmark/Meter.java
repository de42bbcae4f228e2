package dev.rialto.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads what server and database have used: processor time from {@code /proc}, statements from the database. */
final class Meter {
    private static final double TICK_MILLIS = 10;
    private static final String STATEMENTS = """
            select coalesce(sum(s.calls), 0)
            from pg_stat_statements s
                join pg_roles r on r.oid = s.userid
                join pg_database d on d.oid = s.dbid
            where r.rolname like 'rialto\\_%' and r.rolname <> 'rialto_owner' and d.datname = current_database()
                and s.query !~* '^\\s*(begin|commit|rollback|start|set|reset|show|listen|notify|deallocate|discard)\\y'
                and s.query not like '%set_config(%role%'
            """;

    private final long server;
    private final long postmaster;
    private final Connection database;

    Meter(long server, long postmaster, Connection database) {
        this.server = server;
        this.postmaster = postmaster;
        this.database = database;
    }

    /** Used so far, or between two readings. */
    record Use(double cpuMillis, long statements) {
        Use since(Use before) {
            return new Use(cpuMillis - before.cpuMillis, statements - before.statements);
        }
    }

    Use read() throws IOException, SQLException {
        return new Use(ticks() * TICK_MILLIS, statements());
    }

    /** Resident memory of the server in MiB. */
    long serverMemory() throws IOException {
        return memory(server);
    }

    /** Memory of the database's processes in MiB; what they share is counted once. */
    long databaseMemory() throws IOException {
        long sum = 0;
        for (long pid : databaseProcesses()) {
            sum += shareOf(pid);
        }
        return sum / 1024;
    }

    /** Of a process that may have ended meanwhile. */
    private static long shareOf(long pid) throws IOException {
        try {
            return Files.readAllLines(process(pid).resolve("smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        }
    }

    private long statements() throws SQLException {
        try (Statement query = database.createStatement();
                ResultSet row = query.executeQuery(STATEMENTS)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long ticks() throws IOException {
        long sum = own(server);
        for (long pid : databaseProcesses()) {
            sum += own(pid);
        }
        return sum + ended(postmaster);
    }

    private List<Long> databaseProcesses() {
        ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(parent), parent.children())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static long memory(long pid) throws IOException {
        return Files.readAllLines(process(pid).resolve("status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** User and system time of a process that may have ended meanwhile. */
    private static long own(long pid) throws IOException {
        String[] fields = stat(pid);
        return fields.length == 0 ? 0 : Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    /** The same of its children that have ended. */
    private static long ended(long pid) throws IOException {
        String[] fields = stat(pid);
        return fields.length == 0 ? 0 : Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    private static String[] stat(long pid) throws IOException {
        Path file = process(pid).resolve("stat");
        try {
            String line = Files.readString(file);
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (java.nio.file.NoSuchFileException e) {
            return new String[0];
        }
    }

    private static Path process(long pid) {
        return Path.of("/proc", String.valueOf(pid));
    }
}
