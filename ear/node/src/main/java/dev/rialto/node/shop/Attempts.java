package dev.rialto.node.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Keys of effects: the same wish has the same key until its answer has come, however often it is sent, so that the mall
 * does it once.
 */
@ApplicationScoped
class Attempts {
    private static final int MOST = 20_000;

    private final Map<String, String> keys = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** The key of a wish whose answer is awaited. */
    synchronized String keyOf(String wish) {
        return keys.computeIfAbsent(wish, fresh -> UUID.randomUUID().toString());
    }

    /** Was it sent before, and has no answer come? */
    synchronized boolean isOpen(String wish) {
        return keys.containsKey(wish);
    }

    /** The answer has come: the next wish of this kind is another one. */
    synchronized void answered(String wish) {
        keys.remove(wish);
    }
}
