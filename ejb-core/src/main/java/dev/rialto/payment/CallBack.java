package dev.rialto.payment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A gateway's call as it arrived.
 *
 * @param headers first value of each header; names in any case
 * @param body the bytes as text, unchanged: the signature is over them
 */
public record CallBack(Map<String, String> headers, String body) {
    public CallBack {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, second) -> first));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
