package dev.rialto.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of the gateway, as it is kept.
 *
 * @param tenant whose program called; null for strangers
 * @param site the storefront it stands for
 * @param kind of data, such as {@code goods}
 * @param path without parameters
 * @param factor the parameters by name
 * @param code of the refusal
 * @param rows in the answer
 * @param micros how long it took, in microseconds
 */
public record GatewayCall(
        UUID id,
        Instant at,
        @Nullable UUID tenant,
        @Nullable UUID site,
        @Nullable String credential,
        String kind,
        String method,
        String path,
        Map<String, String> factor,
        int status,
        @Nullable String code,
        int rows,
        long micros,
        String requestId) {
    public GatewayCall {
        factor = Map.copyOf(factor);
    }
}
