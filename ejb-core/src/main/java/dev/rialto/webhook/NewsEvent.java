package dev.rialto.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * News as it is stored, and as it reads on the wire: type, id, timestamp, sequence and data.
 *
 * @param detail JSON; the member {@code ids} has bare ids by their kind, which go out in their outside form
 */
record NewsEvent(UUID id, String type, long sequence, String detail, Instant at) {
    private static final String IDS = "ids";

    /** The id on the wire, the same over all tries. */
    String wireId() {
        return Ids.external("evt", id);
    }

    /** The same bytes whenever it is asked for: a receiver may compare them. */
    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("id", wireId());
        body.put("timestamp", at);
        body.put("sequence", sequence);
        body.put("data", data());
        return Json.write(body);
    }

    private Map<String, Object> data() {
        Map<String, Object> stored = new TreeMap<>(Json.read(detail, new TypeReference<Map<String, Object>>() {}));
        Object ids = stored.remove(IDS);
        Map<String, Object> data = new LinkedHashMap<>();
        if (ids instanceof Map<?, ?> byKind) {
            new TreeMap<>(byKind).forEach((kind, bare) -> data.put(kind + "Id", outside(kind, bare)));
        }
        data.putAll(stored);
        return data;
    }

    private static String outside(Object kind, Object bare) {
        return Ids.external(String.valueOf(kind), UUID.fromString(String.valueOf(bare)));
    }
}
