package dev.rialto.web.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Which flow answers which address. Patterns name parts in braces: {@code /goods/{slug}}. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** A way found: what answers, and the parts of the address by name. */
    record Match(Function<Visit, Answer> answer, Map<String, String> parts) {}

    private record Route(String method, String[] pattern, Function<Visit, Answer> answer) {}

    public Routes get(String pattern, Function<Visit, Answer> answer) {
        routes.add(new Route("GET", pattern.split("/", -1), answer));
        return this;
    }

    public Routes post(String pattern, Function<Visit, Answer> answer) {
        routes.add(new Route("POST", pattern.split("/", -1), answer));
        return this;
    }

    Optional<Match> find(String method, String path) {
        String[] segments = path.split("/", -1);
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Optional<Map<String, String>> parts = fit(route.pattern(), segments);
                if (parts.isPresent()) {
                    return Optional.of(new Match(route.answer(), parts.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods an address knows, for an answer to one it does not. */
    String methodsOf(String path) {
        String[] segments = path.split("/", -1);
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (fit(route.pattern(), segments).isPresent()) {
                methods.add(route.method());
            }
        }
        return String.join(", ", methods);
    }

    private static Optional<Map<String, String>> fit(String[] pattern, String[] segments) {
        if (pattern.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            String expected = pattern[i];
            if (expected.startsWith("{")) {
                if (segments[i].isEmpty()) {
                    return Optional.empty();
                }
                parts.put(expected.substring(1, expected.length() - 1), segments[i]);
            } else if (!expected.equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}
