package dev.rialto.node.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of the gateway.
 *
 * @param path below {@code /api/v1}, with its parameters
 * @param headers by name
 * @param body null for none
 * @param session the shopper's token, when the call needs that of the member behind it as well
 */
public record Ask(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String session) {
    private static final String TYPE = "Content-Type";

    public Ask {
        headers = Map.copyOf(headers);
    }

    public static Ask get(String path) {
        return new Ask("GET", path, Map.of(), null, null);
    }

    /** A call without a body. */
    public static Ask of(String method, String path) {
        return new Ask(method, path, onWhateverThereIs(method), null, null);
    }

    /** The last word of a shopper counts, whatever another window of his has done meanwhile. */
    private static Map<String, String> onWhateverThereIs(String method) {
        return Set.of("PATCH", "PUT", "DELETE").contains(method) ? Map.of("If-Match", "*") : Map.of();
    }

    /** A call with a record of the contract as its body. */
    public static Ask of(String method, String path, Object body) {
        return new Ask(method, path, onWhateverThereIs(method), NodeJson.write(body), null)
                .with(TYPE, "application/json");
    }

    static Ask form(String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(encoded(value)));
        return new Ask("POST", path, Map.of(TYPE, "application/x-www-form-urlencoded"), form.toString(), null);
    }

    /** The same call with a header; without it when the value is null. */
    public Ask with(String header, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Ask(method, path, more, body, session);
    }

    /** The same call in the name of whoever signed in under this token. */
    public Ask byMember(@Nullable String token) {
        return new Ask(method, path, headers, body, token);
    }

    /** A piece of a path or a parameter's value, encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
