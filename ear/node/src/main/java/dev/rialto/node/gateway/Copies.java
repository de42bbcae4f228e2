package dev.rialto.node.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of what everybody may see, each with the tag by which the gateway says whether it is still so. */
@ApplicationScoped
class Copies {
    private static final long MOST_BYTES = 48L << 20;

    private final Map<String, Copy> copies = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    /**
     * One copy.
     *
     * @param at when the gateway last said that it is so
     */
    record Copy(@Nullable String tag, Object value, int size, Instant at) {
        Copy confirmed(Instant now) {
            return new Copy(tag, value, size, now);
        }
    }

    synchronized @Nullable Copy of(String key) {
        return copies.get(key);
    }

    synchronized void keep(String key, Copy copy) {
        Copy before = copies.put(key, copy);
        bytes += copy.size() - (before == null ? 0 : before.size());
        var eldest = copies.entrySet().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
