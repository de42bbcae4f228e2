package dev.rialto.web.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A path with parameters; the state of a list stands in them, so that it can be kept and shared. */
public record Address(String path, Map<String, List<String>> parameters) {
    public Address {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A text as one part of a path. */
    public static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    public Address with(String name, String value) {
        return changed(name, List.of(value));
    }

    public Address without(String name) {
        return changed(name, List.of());
    }

    /** Adds the value to the parameter, or takes it away when it is there. */
    public Address toggled(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return changed(name, values);
    }

    private Address changed(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(values));
        }
        return new Address(path, changed);
    }

    @Override
    public String toString() {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> pair(parameter.getKey(), value)))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
