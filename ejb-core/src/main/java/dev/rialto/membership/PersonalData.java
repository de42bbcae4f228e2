package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import java.util.Map;
import java.util.UUID;

/**
 * A member wants all that is kept about him; every domain that keeps something puts it in under its name.
 *
 * @param caller a worker
 */
public record PersonalData(Caller caller, UUID accountId, Map<String, Object> sections) {

    /** Adds what one domain keeps; it must be writable as JSON. */
    public void add(String section, Object content) {
        sections.put(section, content);
    }
}
