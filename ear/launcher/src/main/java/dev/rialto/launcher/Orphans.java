package dev.rialto.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The child processes of this start on file, so that the next one can end those that a kill left behind. */
final class Orphans {
    private static final int PATIENCE_SECONDS = 10;

    private final Path file;

    Orphans(DataFolder folder) {
        this.file = folder.root().resolve("processes");
    }

    /** Ends what an earlier start left; a process that merely got the same number is left alone. */
    void end() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            alive(line).ifPresent(Orphans::end);
        }
        Files.delete(file);
    }

    void remember(ProcessHandle process) throws IOException {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        Files.writeString(
                file,
                process.pid() + " " + started + System.lineSeparator(),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static Optional<ProcessHandle> alive(String line) {
        List<String> words = List.of(line.split(" ", 2));
        if (words.size() < 2 || words.get(1).isBlank()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words.get(0))).filter(process -> process.info()
                .startInstant()
                .map(Instant::toString)
                .filter(words.get(1)::equals)
                .isPresent());
    }

    private static void end(ProcessHandle orphan) {
        orphan.destroy();
        try {
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            orphan.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
