package dev.rialto.sandbox;

/** Waiting on purpose. */
final class Pause {
    private Pause() {}

    static void of(int millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
