package dev.rialto.system.gateway;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A seller's own server: {@code rialto-node.jar} with its settings file, in a process of its own. */
final class OwnServer implements AutoCloseable {
    static final String HOST = "shop.example.test";
    static final String STOREFRONT = "hanok.localhost";
    private static final String SETTINGS = "node.properties";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final Process process;
    private final Path folder;
    private final int port;
    private final Partner partner;
    private final Set<Integer> early = new TreeSet<>();

    private OwnServer(Process process, Path folder, int port, Partner partner) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.partner = partner;
    }

    private static @Nullable OwnServer shared;

    /** The one that all tests share which do not stop it: that of the demo's first seller. */
    static synchronized OwnServer running(Mall mall) throws Exception {
        OwnServer known = shared;
        if (known == null) {
            known = start(
                    mall,
                    STOREFRONT,
                    mall.port(),
                    Files.createTempDirectory("rialto-own-server").resolve("seller"));
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
            shared = known;
        }
        return known;
    }

    /** Starts it with a new key for the storefront that the mall has under this host. */
    static OwnServer start(Mall mall, String storefront, int gatewayPort, Path folder) throws Exception {
        Partner partner = Partner.ofStorefront(mall, storefront, Node.ALL.split(" "));
        int port = Rialto.freePort();
        partner.sendBackTo("http://" + HOST + ":" + port + "/signed-in");
        Map<String, String> settings = settings(gatewayPort, port);
        settings.put("rialto.node.key.id", partner.clientId());
        Process process = run(folder, settings);
        OwnServer server = new OwnServer(process, folder, port, partner);
        server.awaitOpen();
        return server;
    }

    static Map<String, String> settings(int gatewayPort, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("rialto.node.gateway", "http://api.localhost:" + gatewayPort);
        settings.put("rialto.node.key.id", "sf_live_0000000000000000000000");
        settings.put("rialto.node.key.secret", Partner.SECRET);
        settings.put("rialto.node.address", "http://" + HOST + ":" + port);
        settings.put("rialto.node.port", String.valueOf(port));
        return settings;
    }

    /** The settings file it was started with: all that it was told. */
    String settings() throws IOException {
        return Files.readString(folder.resolve(SETTINGS));
    }

    /** The same storefront, ended and started again from another jar. */
    OwnServer startedAgain(Path jar) throws Exception {
        close();
        OwnServer server = new OwnServer(run(jar, folder), folder, port, partner);
        server.awaitOpen();
        return server;
    }

    /** Runs the jar with these settings; what it says stands in the folder. */
    static Process run(Path folder, Map<String, String> settings) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(folder.resolve(SETTINGS), lines);
        return run(jar(), folder);
    }

    private static Process run(Path jar, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                folder.resolve(SETTINGS).toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("RIALTO_"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("terminal.txt").toFile())
                .start();
    }

    static Path jar() {
        Path jar = Path.of(System.getProperty("rialto.node.jar", "../node/target/rialto-node.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run ./mvnw -DskipTests package first");
        }
        return jar;
    }

    static String terminal(Path folder) {
        try {
            return Files.readString(folder.resolve("terminal.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the port answered until the terminal said that the storefront is open; nothing while it was closed. */
    Set<Integer> answersWhileStarting() {
        return Set.copyOf(early);
    }

    private void noteAnswer() {
        try {
            early.add(Http.at(HOST, port).get("/goods").status());
        } catch (UncheckedIOException closed) {
            // as it should be before the pages can be served
        }
    }

    private void awaitOpen() throws InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!terminal(folder).contains("The storefront is open")) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new AssertionError("not open: " + terminal(folder) + log());
            }
            noteAnswer();
            Thread.sleep(200);
        }
    }

    String log() {
        Path log = folder.resolve("data/server.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Partner partner() {
        return partner;
    }

    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    /** A fresh browser without scripts at the storefront. */
    Http shopper() {
        return Http.at(HOST, port).with("Accept-Language", "en");
    }

    String address(String path) {
        return "http://" + HOST + ":" + port + path;
    }

    /** The process that serves pages. */
    ProcessHandle serving() {
        Optional<ProcessHandle> child = process.descendants().findFirst();
        return child.orElseThrow(() -> new AssertionError("serves no more: " + log()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
