package dev.rialto.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer: status, header lines and body. */
record Reply(int status, List<String> headers, byte[] body) {
    Reply {
        headers = List.copyOf(headers);
    }

    Reply expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException(status + " instead of " + wanted + ": " + text());
        }
        return this;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }
}
