package dev.rialto.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** What this start has begun and must end, the latest first; also when the person interrupts the start. */
final class Running {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean ending;

    /** @throws StartFailure when the end has begun; the part is ended at once */
    synchronized void add(AutoCloseable part) {
        if (ending) {
            end(part);
            throw new StartFailure("The start was interrupted.");
        }
        parts.push(part);
    }

    synchronized boolean isEnding() {
        return ending;
    }

    void end() {
        synchronized (this) {
            ending = true;
        }
        while (!parts.isEmpty()) {
            end(parts.pop());
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("Not ended cleanly: " + StartFailure.reason(e));
        }
    }
}
