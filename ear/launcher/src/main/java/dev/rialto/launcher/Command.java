package dev.rialto.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the operating system that is run to its end. */
record Command(List<String> words, Duration limit) {

    /** What it said; its output goes through a file, since a daemon it leaves behind may keep a pipe open. */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }

        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (earlier, later) -> later);
        }
    }

    Outcome run() {
        try {
            Path output = Files.createTempFile("rialto", ".out");
            try {
                return run(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new StartFailure(words.get(0) + " cannot be run: " + StartFailure.reason(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    private Outcome run(Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return new Outcome(-1, words.get(0) + " did not end within " + limit.toSeconds() + " s");
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
