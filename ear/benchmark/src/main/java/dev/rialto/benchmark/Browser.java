package dev.rialto.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Follows redirects, keeps cookies, and counts what it asks of whom; without pictures and scripts. */
final class Browser implements Closeable {
    private static final int MOST_REDIRECTS = 10;

    private final Map<Integer, Wire> wires = new HashMap<>();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final Map<Integer, Integer> requests = new TreeMap<>();

    /** A page with the address it came from in the end. */
    record Page(URI address, Reply reply) {
        String html() {
            return reply.text();
        }

        Page expect(int status) {
            if (reply.status() != status) {
                throw new IllegalStateException(
                        address + " answered " + reply.status() + " instead of " + status + ":\n" + html());
            }
            return this;
        }
    }

    Page get(URI address) throws IOException {
        return follow(address, send("GET", address, new byte[0]));
    }

    Page post(URI address, Map<String, String> fields) throws IOException {
        return follow(address, send("POST", address, form(fields).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Fields as a form sends them. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** How many requests went to a port. */
    int requestsTo(int port) {
        return requests.getOrDefault(port, 0);
    }

    private Page follow(URI address, Reply first) throws IOException {
        URI at = address;
        Reply reply = first;
        for (int hop = 0; reply.status() / 100 == 3 && hop < MOST_REDIRECTS; hop++) {
            at = at.resolve(reply.header("location").orElseThrow());
            reply = send("GET", at, new byte[0]);
        }
        return new Page(at, reply);
    }

    private Reply send(String method, URI address, byte[] body) throws IOException {
        requests.merge(address.getPort(), 1, Integer::sum);
        Wire wire = wires.get(address.getPort());
        if (wire == null) {
            wire = new Wire(address.getPort());
            wires.put(address.getPort(), wire);
        }
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        Reply reply = wire.send(Wire.request(
                method + " " + address.getRawPath() + query, address.getAuthority(), body, headers(address, body)));
        keep(address, reply);
        return reply;
    }

    private String[] headers(URI address, byte[] body) {
        List<String> headers =
                new ArrayList<>(List.of("Accept: text/html", "Accept-Language: ko", "Sec-Fetch-Site: same-origin"));
        if (body.length > 0) {
            headers.add("Content-Type: application/x-www-form-urlencoded");
        }
        Map<String, String> known = cookies.getOrDefault(address.getHost(), Map.of());
        if (!known.isEmpty()) {
            headers.add("Cookie: "
                    + known.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers.toArray(String[]::new);
    }

    private void keep(URI address, Reply reply) {
        for (String cookie : reply.all("set-cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.computeIfAbsent(address.getHost(), host -> new HashMap<>()).put(pair[0], pair[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires.values()) {
            wire.close();
        }
    }
}
