package dev.rialto.rest.v1.webhook;

import dev.rialto.rest.v1.Wire;
import dev.rialto.webhook.EditEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint as it shall be. */
public record TypedEndpoint(String url, @Nullable String description, List<String> types) {
    EditEndpoint wanted() {
        return new EditEndpoint(url, Wire.orEmpty(description), types);
    }
}
