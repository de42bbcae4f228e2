package dev.rialto.web.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is around the pages of shops, kept as it was written, so that it is not built and written for every page. */
@ApplicationScoped
class KeptParts {
    private static final int MOST = 500;

    private final Map<Object, String> texts = new ConcurrentHashMap<>();

    /**
     * One part as this page needs it.
     *
     * @param key equal to another only when the part looks the same; null for a part that is like no other
     */
    KeptPart part(@Nullable Object key) {
        return key == null ? new KeptPart(null, text -> {}) : new KeptPart(texts.get(key), text -> keep(key, text));
    }

    /** All are dropped when they have become too many: what is asked for often is soon there again. */
    private void keep(Object key, String text) {
        if (texts.size() >= MOST) {
            texts.clear();
        }
        texts.put(key, text);
    }
}
