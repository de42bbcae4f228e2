package dev.rialto.system.recharge;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Looks again and again until something is so, or too much time has passed. */
final class Waiting {
    private Waiting() {}

    static void until(Duration limit, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so within " + limit);
            }
            Thread.sleep(100);
        }
    }
}
