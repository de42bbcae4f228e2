package dev.rialto.webhook;

import java.util.List;

/**
 * An endpoint as it shall be.
 *
 * @param url https, on the open internet
 * @param description what people call it; may be empty
 * @param types names of {@link EventType}
 */
public record EditEndpoint(String url, String description, List<String> types) {
    public EditEndpoint {
        url = url.strip();
        description = description.strip();
        types = types.stream().distinct().toList();
    }
}
