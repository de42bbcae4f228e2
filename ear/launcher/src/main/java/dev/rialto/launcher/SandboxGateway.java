package dev.rialto.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The sandbox payment gateway beside the mall: a program of its own, told where to listen by its environment. */
final class SandboxGateway {
    private static final int DEFAULT_PORT = 9090;
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 500;

    private final DataFolder folder;
    private final Path program;
    private final Map<String, String> environment;
    private final int port;

    private SandboxGateway(DataFolder folder, Path program, Secrets secrets, int port) {
        this.folder = folder;
        this.program = program;
        this.port = port;
        this.environment = Map.of(
                "RIALTO_SANDBOX_PORT", String.valueOf(port),
                "RIALTO_SANDBOX_JOURNAL",
                        folder.folder("sandbox").resolve("journal.jsonl").toString(),
                "RIALTO_SANDBOX_KEY", secrets.of("sandbox-key"),
                "RIALTO_SANDBOX_SECRET", "whsec_" + secrets.of("sandbox-secret"));
    }

    /** Is the sandbox the mall's gateway, and ours to run? */
    static boolean isWanted(LaunchSettings settings) {
        return settings.text("rialto.payment.gateway", "sandbox").equals("sandbox")
                && settings.text("rialto.sandbox.url").isEmpty();
    }

    static SandboxGateway of(LaunchSettings settings, DataFolder folder, Payload payload) {
        int port = settings.port("rialto.sandbox.port", DEFAULT_PORT);
        return new SandboxGateway(folder, payload.file("sandbox.jar"), new Secrets(folder), port);
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** How the mall reaches it and knows its call-backs. */
    Map<String, String> settings() {
        return Map.of(
                "rialto.sandbox.url", address(),
                "rialto.sandbox.key", environment.get("RIALTO_SANDBOX_KEY"),
                "rialto.sandbox.secret", environment.get("RIALTO_SANDBOX_SECRET"));
    }

    /** Starts it and waits until it answers. */
    Process start() throws IOException, InterruptedException {
        Ports.requireFree(port, "RIALTO_SANDBOX_PORT");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java, "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", program.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.folder("logs").resolve("sandbox.log").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    void awaitAnswer(Process process) throws InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new StartFailure("The sandbox gateway did not start; see " + folder.folder("logs") + ".");
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection probe = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
            probe.setConnectTimeout(PROBE_MILLIS);
            probe.setReadTimeout(PROBE_MILLIS);
            return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
