package dev.rialto.rest.v1.webhook;

import dev.rialto.rest.v1.Wire;
import dev.rialto.webhook.EndpointView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint on the wire; secret is there in the one answer that made it, and never again. */
public record Endpoint(
        String id,
        String url,
        String description,
        List<String> types,
        String state,
        @Nullable String pausedBecause,
        @Nullable Instant previousSecretUntil,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant restingUntil,
        long waiting,
        Instant createdAt,
        long version,
        @Nullable String secret) {
    public Endpoint {
        types = List.copyOf(types);
    }

    static Endpoint of(EndpointView view, @Nullable String secret) {
        return new Endpoint(
                Wire.text(Wire.WEBHOOK, view.id()),
                view.url(),
                view.description(),
                view.types(),
                view.state(),
                view.pausedBecause(),
                view.previousUntil(),
                view.failures(),
                view.failingSince(),
                view.restingUntil(),
                view.waiting(),
                view.createdAt(),
                view.version(),
                secret);
    }

    @Override
    public String toString() {
        return "Endpoint[" + id + "]";
    }
}
