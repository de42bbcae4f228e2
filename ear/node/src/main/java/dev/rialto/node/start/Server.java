package dev.rialto.node.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro with the storefront in it, in a process of its own. */
final class Server {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 200;
    private static final long END_MILLIS = 10_000;

    private final Process process;
    private final NodeSettings settings;

    private Server(Process process, NodeSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    static Server start(NodeSettings settings, Path settingsFile) throws IOException {
        requireFree(settings.port());
        Path data = Files.createDirectories(settings.folder().resolve("data"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(virtualMachine(settingsFile, data));
        command.addAll(program(settings, data));
        return new Server(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("server.log").toFile())
                        .start(),
                settings);
    }

    private static List<String> virtualMachine(Path settingsFile, Path data) throws IOException {
        return List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Djdk.httpclient.allowRestrictedHeaders=host",
                // the server's data grid joins nobody and listens on this machine only
                "-Dhazelcast.config=" + resource("data-grid.xml", data),
                "-D" + NodeSettings.FILE + "=" + settingsFile.toAbsolutePath());
    }

    private static List<String> program(NodeSettings settings, Path data) throws IOException {
        Payload payload = new Payload(data.resolve("program"));
        Path storefront = payload.file("storefront-node.war");
        return List.of(
                "-jar",
                payload.file("micro.jar").toString(),
                "--deploy",
                storefront.toString(),
                "--contextroot",
                "/",
                "--port",
                String.valueOf(settings.port()),
                "--rootdir",
                folderOf(storefront, data).toString(),
                "--nocluster",
                "--nohostaware",
                "--disablephonehome",
                "--prebootcommandfile",
                resource("pre-boot.asadmin", data).toString(),
                // the port opens when pages can be served: before that the server would answer 404 by itself
                "--postdeploycommandfile",
                resource("post-deploy.asadmin", data).toString());
    }

    /** The server keeps what it deployed, and would go on with it after the jar was replaced by a newer one. */
    private static Path folderOf(Path storefront, Path data) throws IOException {
        String version = String.valueOf(storefront.getFileName()).replaceFirst("\\.war$", "");
        return Files.createDirectories(data.resolve("server").resolve(version));
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new SettingsProblem("Port " + port + " is taken: set rialto.node.port to a free one.", taken);
        }
    }

    private static Path resource(String name, Path data) throws IOException {
        try (InputStream text = Server.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException("the jar lacks " + name);
            }
            return Files.write(data.resolve(name), text.readAllBytes());
        }
    }

    /** Waits until pages answer; false when the server ended instead. */
    boolean awaitOpen() throws InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        URI probe = URI.create("http://127.0.0.1:" + settings.port() + "/state");
        while (process.isAlive() && System.nanoTime() < limit) {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(probe).timeout(PATIENCE).build();
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 204) {
                    return true;
                }
            } catch (IOException notYet) {
                // it is asked again below
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    void end() {
        process.destroy();
        try {
            if (!process.waitFor(END_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
