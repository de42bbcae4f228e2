package dev.rialto.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** How Payara Micro is called: its folder, its files and the command line. */
final class PayaraMicro {
    private static final List<String> MEMORY = List.of("-Xmx768m", "-XX:+UseSerialGC");

    private final DataFolder folder;
    private final LaunchSettings settings;
    private final Path micro;
    private final Path classes;
    private final Path application;

    PayaraMicro(DataFolder folder, LaunchSettings settings, Payload payload) {
        this.folder = folder;
        this.settings = settings;
        this.micro = payload.file("micro.jar");
        this.classes = payload.file("server.jar");
        this.application = payload.file("rialto.ear");
    }

    ServerProcess start(Map<String, String> database) {
        try {
            Path root = freshRoot();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(virtualMachine());
            command.addAll(
                    List.of("-cp", classes + File.pathSeparator + micro, "dev.rialto.launcher.server.ServerMain"));
            command.addAll(List.of(storeSettings(database).toString(), application.toString()));
            command.addAll(arguments(root));
            Path logs = folder.folder("logs");
            return ServerProcess.start(
                    command, logs.resolve("server.out"), new ServerLog(logs.resolve("rialto-0.log")));
        } catch (IOException e) {
            throw new StartFailure("The server cannot be prepared: " + StartFailure.reason(e) + ".", e);
        }
    }

    /** The server's own folder: its unpacked libraries stay, its configuration is made anew by each start. */
    private Path freshRoot() throws IOException {
        Path root = micro.resolveSibling("server");
        for (String remains : List.of("config", "applications", "generated", "autodeploy", "lib", "logs")) {
            FileTree.delete(root.resolve(remains));
        }
        return Files.createDirectories(root);
    }

    private List<String> virtualMachine() throws IOException {
        List<String> options = new ArrayList<>(MEMORY);
        options.add("-Djava.io.tmpdir=" + folder.folder("temporary"));
        // the server's own option for this file has no effect
        options.add("-Dhazelcast.config=" + resource("data-grid.xml"));
        // the server's own database for batch jobs opens a port as soon as a job runs
        options.add("-Dh2.bindAddress=127.0.0.1");
        options.add("-Djdk.httpclient.allowRestrictedHeaders=host");
        try (JarFile jar = new JarFile(micro.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            modules(manifest, "Add-Opens", "--add-opens", options);
            modules(manifest, "Add-Exports", "--add-exports", options);
        }
        settings.text("rialto.java.options").ifPresent(more -> options.addAll(Arrays.asList(more.split("\\s+"))));
        return options;
    }

    private static void modules(Attributes manifest, String name, String option, List<String> options) {
        for (String opened : manifest.getValue(name).strip().split("\\s+")) {
            options.add(option);
            options.add(opened + "=ALL-UNNAMED");
        }
    }

    private List<String> arguments(Path root) throws IOException {
        return List.of(
                "--nocluster",
                "--disablephonehome",
                "--minhttpthreads",
                "4",
                "--maxhttpthreads",
                "40",
                "--port",
                String.valueOf(settings.port()),
                "--rootdir",
                root.toString(),
                "--prebootcommandfile",
                bootCommands().toString(),
                "--logproperties",
                logProperties().toString());
    }

    /** With a port of its own the console has threads of its own: shoppers cannot take them. */
    private Path bootCommands() throws IOException {
        Path file = resource("pre-boot.asadmin");
        if (settings.consolePort() > 0) {
            String more = Files.readString(resource("console-port.asadmin"));
            Files.writeString(
                    file,
                    more.replace("CONSOLE_PORT", String.valueOf(settings.consolePort())),
                    java.nio.file.StandardOpenOption.APPEND);
        }
        return file;
    }

    private Path storeSettings(Map<String, String> database) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings.all());
        properties.putAll(database);
        properties.setProperty("rialto.data", folder.root().toString());
        properties.setProperty("rialto.public.port", String.valueOf(settings.publicPort()));
        properties.putIfAbsent("rialto.staff.second.factor", Demo.isWanted(settings) ? "optional" : "required");
        if (settings.isTestClock()) {
            properties.putIfAbsent("rialto.test.clock.port", String.valueOf(Ports.free()));
        }
        Path file = folder.root().resolve("server.properties");
        OwnerOnly.store(file, properties, "Settings of the running server");
        return file;
    }

    private Path logProperties() throws IOException {
        Path file = resource("logging.properties");
        String pattern =
                folder.folder("logs").resolve("rialto-%g.log").toString().replace("\\", "/");
        Files.writeString(
                file,
                "java.util.logging.FileHandler.pattern=" + pattern + "\n",
                java.nio.file.StandardOpenOption.APPEND);
        return file;
    }

    private Path resource(String name) throws IOException {
        Path file = folder.folder("temporary").resolve(name);
        try (InputStream text = PayaraMicro.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException("the jar lacks " + name);
            }
            Files.writeString(file, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        return file;
    }
}
