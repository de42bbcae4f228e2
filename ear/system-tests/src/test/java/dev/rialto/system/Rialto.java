package dev.rialto.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A {@code rialto.jar} in a process of its own, as a person starts it. */
public final class Rialto implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final int LOWEST_PORT = 20_000;
    private static final int OUTGOING_PORTS = 32_768;

    private final Process process;
    private final Path output;

    private Rialto(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with these settings, named as in the environment ({@code RIALTO_PORT}). */
    public static Rialto start(Map<String, String> settings) {
        try {
            Path output = Files.createTempFile("rialto-terminal", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("RIALTO_"));
            builder.environment().putAll(settings);
            return new Rialto(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A build started in the background ignores Ctrl-C, and so would its children: Linux' {@code env} undoes that. */
    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(java, "-jar", jar().toString()));
        return command;
    }

    /** The built jar; the build names it, and an IDE finds it beside this module. */
    public static Path jar() {
        Path jar = Path.of(System.getProperty("rialto.jar", "../launcher/target/rialto.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run ./mvnw -DskipTests package first");
        }
        return jar;
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        return freePortBase(0);
    }

    /**
     * A port that was free a moment ago, and so were those at these distances above it. It lies below the range from
     * which systems take ports for outgoing connections, so that no such connection takes it before its server does.
     */
    public static int freePortBase(int... distances) {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST_PORT, OUTGOING_PORTS - 100);
            if (Arrays.stream(distances).allMatch(distance -> isFree(base + distance))) {
                return base;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings for a mall of one's own: this data folder and a free port. */
    public static Map<String, String> settings(Path data) {
        Map<String, String> settings = new HashMap<>();
        settings.put("RIALTO_DATA", data.toString());
        settings.put("RIALTO_PORT", String.valueOf(freePort()));
        settings.put("RIALTO_SANDBOX_PORT", String.valueOf(freePort()));
        // compiling for a long life takes more than such a short one gives back
        settings.put("RIALTO_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return settings;
    }

    /** What stands on the terminal so far. */
    public String terminal() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the mall is open. */
    public Rialto awaitOpen() {
        await(text -> text.contains("Ctrl-C"), "an open mall");
        return this;
    }

    public void await(Predicate<String> wanted, String what) {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!wanted.test(terminal())) {
            if (!process.isAlive() && !wanted.test(terminal())) {
                throw new AssertionError("ended instead of " + what + ":\n" + terminal());
            }
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("no " + what + " in " + START_LIMIT + ":\n" + terminal());
            }
            pause();
        }
    }

    /** Waits for its end by itself and tells the exit status. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + terminal());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Presses Ctrl-C. */
    public void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends it as a system does that shuts down. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
