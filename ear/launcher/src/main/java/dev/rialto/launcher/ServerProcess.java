package dev.rialto.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The running process of Payara Micro and the words exchanged with it. */
final class ServerProcess implements AutoCloseable {
    private static final Duration DEPLOY_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String ENDED = "ended";

    private final Process process;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final ServerLog log;
    private final Instant started = Instant.now();

    private ServerProcess(Process process, ServerLog log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(List<String> command, Path output, ServerLog log) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(output.toFile()).start();
            ServerProcess server = new ServerProcess(process, log);
            Thread listener = new Thread(server::listen, "server");
            listener.setDaemon(true);
            listener.start();
            return server;
        } catch (IOException e) {
            throw new StartFailure("The server cannot be started: " + StartFailure.reason(e) + ".", e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until the server says this word. */
    void expect(String word) throws InterruptedException {
        String said = words.poll(DEPLOY_LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!word.equals(said)) {
            throw new StartFailure("The mall did not open: " + reason(said) + " (see " + log.file() + ").");
        }
    }

    /** What there is to do before an empty mall can be used. */
    Optional<String> notSetUp() {
        return log.notSetUp(started);
    }

    private String reason(@Nullable String said) {
        if (said == null) {
            return "no answer within " + DEPLOY_LIMIT.toMinutes() + " minutes";
        }
        return log.cause(started).orElse(said.equals(ENDED) ? "its server ended by itself" : "its server refused");
    }

    void say(String word) {
        try {
            OutputStream ear = process.getOutputStream();
            ear.write((word + "\n").getBytes(StandardCharsets.UTF_8));
            ear.flush();
        } catch (IOException e) {
            throw new StartFailure("The mall did not open: " + reason(ENDED) + " (see " + log.file() + ").", e);
        }
    }

    /** Waits for its end and tells its exit status. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (List.of("booted", "deployed", "failed").contains(line)) {
                    words.add(line);
                }
            }
        } catch (IOException e) {
            words.add("unreadable: " + StartFailure.reason(e));
        }
        words.add(ENDED);
    }
}
