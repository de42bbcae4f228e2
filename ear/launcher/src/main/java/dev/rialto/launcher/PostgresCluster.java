package dev.rialto.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The database server of this data folder: made once, started, stopped, and recovered after a kill. */
final class PostgresCluster {
    static final String SUPERUSER = "postgres";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresCluster(PostgresBinaries binaries, DataFolder folder) {
        this.binaries = binaries;
        this.data = folder.root().resolve("postgres");
        this.log = folder.folder("logs").resolve("postgres.log");
    }

    Path data() {
        return data;
    }

    /** Makes the files of the database where there are none; half-made ones of a killed start are thrown away. */
    void createIfMissing(String password) {
        if (Files.exists(data)) {
            return;
        }
        Path part = data.resolveSibling("postgres.part");
        Path passwordFile = data.resolveSibling("postgres.password");
        try {
            FileTree.delete(part);
            Files.writeString(passwordFile, password);
            create(part, passwordFile);
            Files.move(part, data);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new StartFailure("The database cannot be made: " + StartFailure.reason(e) + ".", e);
        }
    }

    /** Ends the server that a killed start left behind, so that its files are free. */
    void endOrphan() throws IOException {
        stop();
        Files.deleteIfExists(pidFile());
    }

    void start(int port) {
        String options = String.join(" ", serverOptions(port));
        Command.Outcome outcome = binaries.command(
                        "pg_ctl",
                        LIMIT,
                        "start",
                        "-w",
                        "-t",
                        "100",
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-o",
                        options)
                .run();
        if (!outcome.succeeded()) {
            throw new StartFailure("The database did not start: " + outcome.lastLine() + " (see " + log + ").");
        }
    }

    void stop() {
        for (String mode : List.of("fast", "immediate")) {
            if (isRunning()) {
                binaries.command("pg_ctl", LIMIT, "stop", "-w", "-t", "30", "-m", mode, "-D", data.toString())
                        .run();
            }
        }
    }

    /** Is the process named in the server's file there, and a PostgreSQL? Numbers of processes are given out again. */
    private boolean isRunning() {
        if (!Files.exists(pidFile())) {
            return false;
        }
        try {
            return Files.readAllLines(pidFile()).stream()
                    .findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(PostgresCluster::isPostgres)
                    .isPresent();
        } catch (IOException e) {
            throw new StartFailure(pidFile() + " cannot be read.", e);
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.contains("postgres"))
                .isPresent();
    }

    private static List<String> serverOptions(int port) {
        return List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on -c synchronous_commit=on -c full_page_writes=on",
                "-c shared_preload_libraries=pg_stat_statements",
                "-c max_connections=120 -c shared_buffers=128MB -c jit=off -c random_page_cost=1.1",
                "-c timezone=UTC");
    }

    private void create(Path part, Path passwordFile) {
        Command.Outcome outcome = binaries.command(
                        "initdb",
                        LIMIT,
                        "--pgdata=" + part,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=icu",
                        "--icu-locale=und",
                        "--no-instructions")
                .run();
        if (!outcome.succeeded()) {
            throw new StartFailure("The database cannot be made: " + outcome.lastLine() + ".");
        }
    }
}
