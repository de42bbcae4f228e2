package dev.rialto.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The sandbox card provider beside the mall: the other program of the sandbox, on any free port unless one is set. */
final class SandboxCards {
    private final DataFolder folder;
    private final Path program;
    private final Map<String, String> environment;
    private final int port;

    private SandboxCards(DataFolder folder, Path program, Map<String, String> environment, int port) {
        this.folder = folder;
        this.program = program;
        this.environment = environment;
        this.port = port;
    }

    /** Is the sandbox ours to run? It is when there is a demo and no other provider is named. */
    static boolean isWanted(LaunchSettings settings) {
        return Demo.isWanted(settings)
                && settings.text("rialto.card.sandbox.url").isEmpty();
    }

    static SandboxCards of(LaunchSettings settings, DataFolder folder, Payload payload) throws IOException {
        Secrets secrets = new Secrets(folder);
        int port = settings.text("rialto.card.sandbox.port").isEmpty()
                ? Ports.free()
                : settings.port("rialto.card.sandbox.port", 0);
        String mall = "http://" + settings.text("rialto.host.api", "api.localhost") + ":" + settings.port();
        Map<String, String> environment = Map.of(
                "RIALTO_CARD_SANDBOX_PORT", String.valueOf(port),
                "RIALTO_CARD_SANDBOX_JOURNAL",
                        folder.folder("sandbox").resolve("cards.jsonl").toString(),
                "RIALTO_CARD_SANDBOX_KEY", secrets.of("card-sandbox-key"),
                "RIALTO_CARD_SANDBOX_SECRET", secrets.of("card-sandbox-secret"),
                "RIALTO_CARD_SANDBOX_CALLBACK", mall + "/api/callbacks/cards/sandbox");
        return new SandboxCards(folder, payload.file("sandbox.jar"), environment, port);
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** How the mall reaches it and knows its call-backs. */
    Map<String, String> settings() {
        return Map.of(
                "rialto.card.sandbox.url", address(),
                "rialto.card.sandbox.key", environment.get("RIALTO_CARD_SANDBOX_KEY"),
                "rialto.card.sandbox.secret", environment.get("RIALTO_CARD_SANDBOX_SECRET"));
    }

    /** Starts it; it answers within a moment, and the mall asks it later. */
    Process start() throws IOException {
        Ports.requireFree(port, "RIALTO_CARD_SANDBOX_PORT");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        program.toString(),
                        "dev.rialto.sandbox.CardSandbox")
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.folder("logs").resolve("card-sandbox.log").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
