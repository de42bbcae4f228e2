package dev.rialto.rest.v1.webhook;

import java.util.List;

/** All endpoints of a seller. */
public record Endpoints(List<Endpoint> items) {
    public Endpoints {
        items = List.copyOf(items);
    }
}
