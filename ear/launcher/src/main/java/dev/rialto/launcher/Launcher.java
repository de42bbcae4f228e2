package dev.rialto.launcher;

import java.nio.file.Path;

/** One start of Rialto: claims the data folder, starts database and server, shows where the mall is, and ends all. */
public final class Launcher {
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
        ServerProcess server = start(folder, orphans);
        progress.say(StartCard.of(settings, folder, progress.total()));
        return waitFor(server, folder);
    }

    private ServerProcess start(DataFolder folder, Orphans orphans) throws Exception {
        Payload payload = new Payload(folder);
        MallDatabase database = progress.step("Unpacking", () -> MallDatabase.choose(settings, folder, payload));
        PayaraMicro payara = new PayaraMicro(folder, settings, payload);
        payload.removeUnused();
        ServerProcess server = payara.start(database.access().settings());
        running.add(server);
        orphans.remember(server.handle());
        running.add(database);
        progress.step("Starting the database", database::start);
        progress.step("Starting the server", () -> server.expect("booted"));
        server.say("deploy");
        progress.step("Opening the mall", () -> server.expect("deployed"));
        return server;
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
