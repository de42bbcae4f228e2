package dev.rialto.launcher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that ends when told to, or is ended. */
record ChildProcess(Process process, Duration patience) implements AutoCloseable {

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
