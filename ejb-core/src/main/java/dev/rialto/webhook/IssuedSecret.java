package dev.rialto.webhook;

import java.util.UUID;

/** A fresh secret of an endpoint, {@code whsec_…}. It is shown this once and cannot be read again. */
public record IssuedSecret(UUID endpointId, String secret) {
    @Override
    public String toString() {
        return "IssuedSecret[" + endpointId + "]";
    }
}
