package dev.rialto.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An address with variables: {@code /orders/{order}}. */
record PathPattern(List<String> parts) {
    PathPattern {
        parts = List.copyOf(parts);
    }

    static PathPattern of(String path) {
        return new PathPattern(split(path));
    }

    /** The variables of a path that fits; empty when it does not. */
    Optional<Map<String, String>> match(String path) {
        List<String> given = split(path);
        if (given.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), given.get(i));
            } else if (!part.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
