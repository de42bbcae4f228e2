package dev.rialto.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The {@code rialto.jar} that is measured: its process, ports, data folder and database. */
final class MeasuredMall implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Path data;
    private final int port;
    private final Process process;
    private final Path terminal;

    private MeasuredMall(Path jar, Path data, Map<String, String> more) throws IOException {
        this.data = data;
        this.port = freePort();
        this.terminal = data.resolveSibling(data.getFileName() + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(terminal.toFile());
        builder.environment().putAll(settings());
        builder.environment().putAll(more);
        this.process = builder.start();
    }

    /** Starts it and waits until it is open. */
    static MeasuredMall start(Path jar) throws Exception {
        return start(jar, Map.of());
    }

    /** The same with further settings, named as in the environment. */
    static MeasuredMall start(Path jar, Map<String, String> more) throws Exception {
        MeasuredMall mall = new MeasuredMall(jar, Files.createTempDirectory("rialto-benchmark"), more);
        Runtime.getRuntime().addShutdownHook(new Thread(mall::close));
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!Files.readString(mall.terminal).contains("Ctrl-C")) {
            if (!mall.process.isAlive() || Instant.now().isAfter(limit)) {
                throw new IllegalStateException("the mall did not open:\n" + Files.readString(mall.terminal));
            }
            Thread.sleep(200);
        }
        return mall;
    }

    private Map<String, String> settings() throws IOException {
        return Map.of(
                "RIALTO_DATA",
                data.toString(),
                "RIALTO_PORT",
                String.valueOf(port),
                "RIALTO_SANDBOX_PORT",
                String.valueOf(freePort()),
                "RIALTO_DEMO",
                "false",
                "RIALTO_BENCH",
                "true",
                "RIALTO_API_CALLS_PER_MINUTE",
                "100000000",
                "RIALTO_API_ADDRESS_CALLS_PER_MINUTE",
                "100000000");
    }

    int port() {
        return port;
    }

    /** Whatever the server was told. */
    String setting(String key) throws IOException {
        String value = read("server.properties").getProperty(key);
        if (value == null) {
            throw new IllegalStateException("the server has no setting " + key);
        }
        return value;
    }

    private Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader lines = Files.newBufferedReader(data.resolve(file))) {
            properties.load(lines);
        }
        return properties;
    }

    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                setting("rialto.db.owner.url"), setting("rialto.db.owner.user"), setting("rialto.db.owner.password"));
    }

    /** Logged in as the server is. */
    Connection application() throws IOException, SQLException {
        return DriverManager.getConnection(
                setting("rialto.db.url"), setting("rialto.db.user"), setting("rialto.db.password"));
    }

    /** May switch the database's log. */
    Connection superuser() throws IOException, SQLException {
        Properties secrets = read("secrets.properties");
        return DriverManager.getConnection(
                setting("rialto.db.owner.url"), "postgres", secrets.getProperty("postgres", ""));
    }

    Path databaseLog() {
        return data.resolve("logs").resolve("postgres.log");
    }

    int sandboxPort() throws IOException {
        return URI.create(setting("rialto.sandbox.url")).getPort();
    }

    Meter meter() throws IOException, SQLException {
        return new Meter(server(), postmaster(), database());
    }

    private long server() {
        return process.descendants()
                .filter(child -> commandLine(child.pid()).contains("ServerMain"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server's process is not to be found"))
                .pid();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private long postmaster() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            Path file = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the database is not in " + data));
            return Long.parseLong(Files.readAllLines(file).get(0).strip());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Removes its data; a run that failed leaves them, for the logs. */
    void discard() throws IOException {
        close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        Files.deleteIfExists(terminal);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
