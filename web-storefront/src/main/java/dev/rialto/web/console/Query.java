package dev.rialto.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of an address: filters and the place in a list. */
record Query(Map<String, List<String>> parts) {

    static Query of(HttpServletRequest request) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> parts.put(name, List.of(values)));
        }
        return new Query(parts);
    }

    /** The same query with some parts changed; an empty value takes a part out. */
    Query with(String... changes) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parts);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                changed.remove(changes[i]);
            } else {
                changed.put(changes[i], List.of(changes[i + 1]));
            }
        }
        return new Query(changed);
    }

    String after(String path) {
        List<String> written = new ArrayList<>();
        parts.forEach((name, values) -> values.stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> written.add(encode(name) + "=" + encode(value))));
        return written.isEmpty() ? path : path + written.stream().collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
