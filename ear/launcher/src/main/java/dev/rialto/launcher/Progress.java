package dev.rialto.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What the person at the terminal reads while Rialto starts: each step, and how long it took. */
final class Progress {
    private static final int WIDTH = 48;

    private final PrintStream terminal;
    private final long began = System.nanoTime();

    Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    void say(String line) {
        terminal.println(line);
    }

    /** A step without a result. */
    interface Step {
        void run() throws Exception;
    }

    void step(String what, Step step) throws Exception {
        step(what, () -> {
            step.run();
            return what;
        });
    }

    /** Says what is being done, does it, and says how long it took. */
    <T> T step(String what, Callable<T> step) throws Exception {
        long stepBegan = System.nanoTime();
        terminal.printf("  %-" + WIDTH + "s", what);
        terminal.flush();
        try {
            T result = step.call();
            terminal.println(" " + seconds(System.nanoTime() - stepBegan));
            return result;
        } catch (Exception e) {
            terminal.println(" failed");
            throw e;
        }
    }

    /** Time since the launcher began, as "12.3 s". */
    String total() {
        return seconds(System.nanoTime() - began);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%4.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
