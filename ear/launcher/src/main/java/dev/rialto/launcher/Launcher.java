package dev.rialto.launcher;

import java.nio.file.Path;
import java.time.Duration;

/** One start of Rialto: claims the data folder, starts database and server, shows where the mall is, and ends all. */
public final class Launcher {
    private static final Duration SANDBOX_PATIENCE = Duration.ofSeconds(5);

    private final LaunchSettings settings;
    private final Progress progress;
    private final Running running = new Running();

    private Launcher(LaunchSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Starts and waits for the end; the exit status tells whether all went well. */
    public static void main(String[] args) {
        int status = 1;
        try {
            status = new Launcher(LaunchSettings.load(System.getenv(), Path.of("")), new Progress(System.out)).run();
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
        } catch (Exception e) {
            System.err.println("Rialto cannot start: " + StartFailure.reason(e) + ".");
        }
        System.exit(status);
    }

    private int run() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(running::end, "end"));
        DataFolder folder = DataFolder.claim(settings.dataFolder());
        running.add(folder);
        Orphans orphans = new Orphans(folder);
        orphans.end();
        running.add(orphans::forget);
        Ports.requireFree(settings.port(), "RIALTO_PORT");
        progress.say("Rialto starts; its data is in " + folder.root());
        Parts parts = progress.step("Unpacking", () -> Parts.unpack(settings, folder));
        ServerProcess server = start(parts, orphans);
        progress.say(StartCard.of(settings, parts, folder, progress.total()));
        server.notSetUp().ifPresent(progress::say);
        return waitFor(server, folder);
    }

    /** The server boots while the database starts. */
    private ServerProcess start(Parts parts, Orphans orphans) throws Exception {
        running.add(parts.database());
        ServerProcess server = parts.payara().start(parts.settings());
        running.add(server);
        orphans.remember(server.handle());
        progress.step("Starting the database", parts.database()::start);
        if (parts.sandbox().isPresent()) {
            start(parts.sandbox().get(), orphans);
        }
        if (parts.cards().isPresent()) {
            Process cards = parts.cards().get().start();
            running.add(new ChildProcess(cards, SANDBOX_PATIENCE));
            orphans.remember(cards.toHandle());
        }
        progress.step("Starting the server", () -> server.expect("booted"));
        server.say("deploy");
        progress.step(openingStep(parts), () -> server.expect("deployed"));
        return server;
    }

    private void start(SandboxGateway sandbox, Orphans orphans) throws Exception {
        Process process = sandbox.start();
        running.add(new ChildProcess(process, SANDBOX_PATIENCE));
        orphans.remember(process.toHandle());
        progress.step("Starting the sandbox payment gateway", () -> sandbox.awaitAnswer(process));
    }

    private static String openingStep(Parts parts) {
        return parts.demo().isPresent() ? "Opening the mall with its demo" : "Opening the mall";
    }

    private int waitFor(ServerProcess server, DataFolder folder) throws InterruptedException {
        int status = server.waitFor();
        if (running.isEnding()) {
            return 0;
        }
        System.err.println("The server ended by itself (status " + status + "); see " + folder.folder("logs") + ".");
        return 1;
    }
}
